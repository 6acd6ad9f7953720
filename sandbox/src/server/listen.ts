import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { StartError } from './start-error.ts';

/** A server that answers on the loopback interface. */
export interface ListeningServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  /** Ends the server and every connection it still has. */
  close(): Promise<void>;
}

// Longer than clients keep a connection for later, so that none sends a request into one that is being closed.
const keepAliveMs = 60_000;

/**
 * Listens on 127.0.0.1.
 * @param port 0 for any free one
 * @throws StartError when the port is taken
 */
export async function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  port: number,
): Promise<ListeningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: '127.0.0.1' }) as Server;
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`port ${port} is already in use`);
  if (error.code === 'EACCES') return new StartError(`port ${port} may not be used`);
  return error;
}
