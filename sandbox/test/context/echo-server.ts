import { Worker } from 'node:worker_threads';

/** A server on this machine in a thread of its own, since scripts that wait for it block this one. */
export interface EchoServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Answers every request with what it got: `{method, url, headers, body}`. Paths that begin with a number answer with that
 * status, `/slow` never, `/to/…` redirects there, `/text` with text in windows-1251.
 */
const source = `const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const { method, url, headers } = request;
    if (url.startsWith('/slow')) return;
    if (url.startsWith('/to/')) return response.writeHead(302, { location: url.slice(3) }).end();
    if (url === '/text') return response.writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' }).end(Buffer.from([0xef, 0xf0, 0xe8]));
    const status = Number(/^\\/(\\d{3})/.exec(url)?.[1] ?? 200);
    response.writeHead(status, { 'content-type': 'application/json', 'x-answer': 'yes' });
    response.end(method === 'HEAD' ? undefined : JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

export async function startEchoServer(): Promise<EchoServer> {
  const worker = new Worker(source, { eval: true });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await worker.terminate();
    },
  };
}
