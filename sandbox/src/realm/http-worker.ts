import { workerData } from 'node:worker_threads';
import { type PlainRequest, sendRequest } from './send-request.ts';
import type { SendingThread } from './send-request-sync.ts';

/** The thread that sends scripts' requests while the scripts, and the whole server with them, wait for the answer. */
const { port, answers } = workerData as SendingThread;

port.on('message', async (request: PlainRequest) => {
  port.postMessage(await sendRequest(request));
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});
