import { workerData } from 'node:worker_threads';
import { sendRequest } from './send-request.ts';
import type { NumberedExchange, NumberedRequest, SendingThread } from './send-request-sync.ts';

/** The thread that sends scripts' requests while the scripts, and the whole server with them, wait for the answer. */
const { port, answers } = workerData as SendingThread;

port.on('message', async ({ number, request }: NumberedRequest) => {
  port.postMessage({ number, exchange: await sendRequest(request) } satisfies NumberedExchange);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});
