import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a server that sends a content security policy with every page of a widget. */
export interface PolicyProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Stands in a policy for the hashes of the page's own inline scripts. */
export const hashPlaceholder = "'sha256-…'";

const widgetPage = /^\/api\/appResources\/.*\.html/;
const inlineScript = /<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g;

export async function startPolicyProxy(server: string, policy: string): Promise<PolicyProxy> {
  const proxy = createServer((request, response) => {
    pass(request, response, { server, policy }).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      proxy.closeAllConnections();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

interface Target {
  readonly server: string;
  readonly policy: string;
}

async function pass(request: IncomingMessage, response: ServerResponse, { server, policy }: Target) {
  const { method = 'GET', url = '/' } = request;
  const answer = await fetch(server + url, {
    method,
    headers: toHeaders(request, server),
    ...(method !== 'GET' && method !== 'HEAD' && { body: await readBody(request) }),
    redirect: 'manual',
  });
  const body = Buffer.from(await answer.arrayBuffer());
  // What was packed for the way has been unpacked.
  const { 'content-encoding': _, 'transfer-encoding': __, ...headers } = Object.fromEntries(answer.headers);
  const isPage = widgetPage.test(url) && (headers['content-type'] ?? '').includes('text/html');
  const own = isPage ? [policy.replace(hashPlaceholder, hashScripts(body.toString()).join(' '))] : [];
  const policies = [headers['content-security-policy'] ?? [], own].flat();
  response.writeHead(answer.status, {
    ...headers,
    'set-cookie': answer.headers.getSetCookie(),
    'content-length': body.length,
    ...(policies.length > 0 && { 'content-security-policy': policies.join(', ') }),
  });
  response.end(body);
}

/** To the server everything comes from its own pages. */
function toHeaders({ headers }: IncomingMessage, server: string): Record<string, string> {
  const ownOrigin = `http://${headers.host}`;
  const kept = Object.entries(headers).filter(
    ([name]) => !['host', 'connection', 'content-length'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value).replace(ownOrigin, server)]));
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

function hashScripts(page: string): string[] {
  return [...page.matchAll(inlineScript)].map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
}
