/** Where a request really goes. */
export interface HttpTarget {
  readonly url: URL;
  /** The `Host` header: the host the script meant. */
  readonly host: string;
}

/**
 * Mapped hosts go to their origin, this machine's own addresses where they point; everything else is refused, so that
 * nothing a script does in the sandbox reaches the world outside.
 * @throws Error that says how to map the host
 */
export function targetOf(address: string, hosts: ReadonlyMap<string, string>): HttpTarget {
  const url = parseAddress(address);
  const origin = hosts.get(url.host) ?? hosts.get(url.hostname);
  if (origin !== undefined) return { url: new URL(url.pathname + url.search, origin), host: url.host };
  if (isLoopback(url.hostname)) return { url, host: url.host };
  throw new Error(
    `${url.host} is not reachable from the sandbox: start it with --map ${url.host}=http://127.0.0.1:<port>`,
  );
}

function parseAddress(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`'${address}' is not an absolute URL`);
  }
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw new Error(`'${url.protocol}' is not a protocol of the http module`);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
