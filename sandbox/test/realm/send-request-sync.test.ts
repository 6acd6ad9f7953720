import { once } from 'node:events';
import { join } from 'node:path';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendRequestSync } from '../../src/realm/send-request-sync.ts';
import { buildFolder } from '../support/build-folder.ts';

const workerFile = join(buildFolder, 'node', 'http-worker.mjs');
let echo: Worker;
let origin = '';

beforeAll(async () => {
  echo = new Worker(join(process.cwd(), 'sandbox', 'test', 'conformance', 'echo-server.mjs'));
  const [port] = (await once(echo, 'message')) as [number];
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => void (await echo.terminate()));

function ask(path: string, timeoutMs: number): string {
  const { body, exception } = sendRequestSync(workerFile, {
    ...{ method: 'GET', url: origin + path, headers: [], timeoutMs, hosts: [] },
  });
  return body === undefined ? String(exception) : Buffer.from(body, 'base64').toString();
}

test('the answer to a script that was stopped while it waited is not given to the next one', () => {
  expect(ask('/text', 5_000)).toBe('привет');
  const script = new vm.Script("ask('/slow', 400)");
  expect(() => script.runInNewContext({ ask }, { timeout: 100 })).toThrow(/timed out/);
  // Until the answer has come that nobody waits for any more.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
  expect(ask('/text', 5_000)).toBe('привет');
});
