/** Where a widget's app answers. */
export interface AppPlace {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  /** The name of the app. */
  readonly app: string;
  /** `issues/2-17` of the widget's entity; empty for global endpoints. */
  readonly scopePath: string;
}

/**
 * The URL of an endpoint of the widget's own app, undefined for a path that leads anywhere else. The URL is looked at as
 * the browser will send it, dots, backslashes and what is percent-encoded resolved.
 */
export function appUrl({ origin, app, scopePath }: AppPlace, path: string): URL | undefined {
  const scope = scopePath === '' ? '' : `${scopePath}/`;
  const base = new URL(`/api/${scope}extensionEndpoints/${encodeURIComponent(app)}/`, origin);
  const url = new URL(base.href + path.replace(/^[/\\]+/, ''));
  const isOwn = url.origin === base.origin && url.pathname.startsWith(base.pathname);
  return isOwn && !hasHiddenDots(url.pathname.slice(base.pathname.length)) ? url : undefined;
}

/** Whether decoding once more, as servers and proxies do, would make a way up of it. */
function hasHiddenDots(path: string): boolean {
  let decoded = path;
  for (let last = ''; decoded !== last; ) {
    last = decoded;
    try {
      decoded = decodeURIComponent(last);
    } catch {
      // What cannot be decoded is refused by the server; there is nothing to look for in it.
      break;
    }
  }
  return decoded.split(/[/\\]/).some((part) => part.trim() === '..' || part.trim() === '.');
}
