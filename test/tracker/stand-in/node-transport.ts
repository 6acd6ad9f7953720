import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { TrackerAnswer, TrackerTransport } from '../../../src/ports/tracker.ts';

/** Sends with `fetch` in a thread of its own, so that the one that asks can wait for the answer. */
const sender = `
const { port, answers } = require('node:worker_threads').workerData;
port.on('message', async ({ url, init, timeoutMs }) => {
  let answer;
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const headers = [...response.headers].map(([name, value]) => ({ name, value }));
    answer = { status: response.status, headers, text: await response.text() };
  } catch {
    // No answer: undefined says so.
  }
  port.postMessage({ answer });
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});`;

/** A transport of Node's, with headers of the test's choice. */
export function createNodeTransport(origin: string, headers: Readonly<Record<string, string>>) {
  const { port1: port, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: port2, answers };
  const worker = new Worker(sender, { eval: true, workerData, transferList: [port2] });
  const transport: TrackerTransport = {
    send({ method, path, query, body, language, timeoutMs }) {
      const seen = Atomics.load(answers, 0);
      const init = { method, headers: { ...headers, 'accept-language': language }, body };
      port.postMessage({ url: `${origin}${path}?${new URLSearchParams(query)}`, init, timeoutMs });
      Atomics.wait(answers, 0, seen);
      const received: { message: { answer?: TrackerAnswer } } | undefined = receiveMessageOnPort(port);
      return received?.message.answer;
    },
  };
  return { transport, close: async () => void (await worker.terminate()) };
}
