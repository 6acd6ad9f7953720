import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HttpExchange, PlainRequest } from './send-request.ts';

/** What the thread that sends requests is started with. */
export interface SendingThread {
  readonly port: MessagePort;
  /** Its only element counts the answers: whoever waits for one is woken by its change. */
  readonly answers: Int32Array;
}

interface Sender extends SendingThread {
  readonly worker: Worker;
}

const senders = new Map<string, Sender>();

/** Above any request's own timeout: only a worker that has died is given up on. */
const workerTimeoutMs = 120_000;

/**
 * Sends a request and waits for the answer, blocking this thread.
 * @param workerFile the built `http-worker.ts`
 * @throws Error when the worker does not answer at all
 */
export function sendRequestSync(workerFile: string, request: PlainRequest): HttpExchange {
  const { worker, port, answers } = senders.get(workerFile) ?? startSender(workerFile);
  const seen = Atomics.load(answers, 0);
  port.postMessage(request);
  if (Atomics.wait(answers, 0, seen, workerTimeoutMs) === 'timed-out') {
    senders.delete(workerFile);
    void worker.terminate();
    throw new Error('the thread that sends requests does not answer');
  }
  const received: { readonly message: HttpExchange } | undefined = receiveMessageOnPort(port);
  if (received === undefined) throw new Error('the thread that sends requests has lost its answer');
  return received.message;
}

function startSender(workerFile: string): Sender {
  const { port1: port, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: SendingThread = { port: port2, answers };
  const worker = new Worker(workerFile, { workerData, transferList: [port2] });
  worker.unref();
  port.unref();
  const sender = { worker, port, answers };
  senders.set(workerFile, sender);
  return sender;
}
