import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

/**
 * A server that tells what it was sent, in a thread of its own: scripts' synchronous requests block the sandbox's thread.
 * `/status/418` answers that status, `/text` and `/latin1` texts, `/redirect` sends to `/echo`, `/slow` never answers.
 */
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://echo');
  if (pathname === '/slow') return;
  if (pathname === '/drop') return void request.socket.destroy();
  const status = /^\/status\/(\d+)$/.exec(pathname)?.[1];
  if (status !== undefined)
    return void response.writeHead(Number(status), { 'X-Answer': 'yes' }).end('said so');
  if (pathname === '/redirect')
    return void response.writeHead(302, { Location: '/echo?redirected=yes' }).end();
  if (pathname === '/text')
    return void response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end('привет');
  if (pathname === '/latin1')
    return void response
      .writeHead(200, { 'Content-Type': 'text/plain; charset=iso-8859-1' })
      .end(Buffer.from([0xe9]));
  if (pathname === '/empty') return void response.writeHead(204).end();
  response.writeHead(200, { 'Content-Type': 'application/json', 'X-Method': request.method });
  response.end(
    JSON.stringify({
      method: request.method,
      path: pathname,
      query: [...searchParams],
      headers: request.headers,
      body,
    }),
  );
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address().port));
