import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what machines usually give to connections, one of which may have it by the time that somebody listens; browsers refuse 10080. */
const lowest = 11_000;
const count = 20_000;

/** A port of 127.0.0.1 that nobody listens on, for what has to be told it before it listens there. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return true;
  } catch {
    // Somebody else has it, or nobody may: another one will do.
    return false;
  } finally {
    server.close();
  }
}
