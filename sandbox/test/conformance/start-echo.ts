import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Surroundings } from './row.ts';

/** Starts the echo server and lets scripts reach it as `echo.example`. */
export async function startEcho(): Promise<Surroundings> {
  const worker = new Worker(join(process.cwd(), 'sandbox', 'test', 'conformance', 'echo-server.mjs'));
  const [port] = (await once(worker, 'message')) as [number];
  return {
    flags: ['--map', `echo.example=http://127.0.0.1:${port}`],
    close: async () => void (await worker.terminate()),
  };
}
