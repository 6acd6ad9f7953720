import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HttpExchange, PlainRequest } from './send-request.ts';

/** What the thread that sends requests is started with. */
export interface SendingThread {
  readonly port: MessagePort;
  /** Its only element counts the answers: whoever waits for one is woken by its change. */
  readonly answers: Int32Array;
}

/** What the thread is asked. */
export interface NumberedRequest {
  readonly number: number;
  readonly request: PlainRequest;
}

/** What it answers. */
export interface NumberedExchange {
  readonly number: number;
  readonly exchange: HttpExchange;
}

interface Sender extends SendingThread {
  readonly worker: Worker;
}

let lastNumber = 0;

const senders = new Map<string, Sender>();

/** Above any request's own timeout: only a worker that has died is given up on. */
const workerTimeoutMs = 120_000;

/**
 * Sends a request and waits for the answer, blocking this thread.
 * @param workerFile the built `http-worker.ts`
 * @throws Error when the worker does not answer at all
 */
export function sendRequestSync(workerFile: string, request: PlainRequest): HttpExchange {
  const sender = senders.get(workerFile) ?? startSender(workerFile);
  lastNumber += 1;
  const number = lastNumber;
  let seen = Atomics.load(sender.answers, 0);
  sender.port.postMessage({ number, request } satisfies NumberedRequest);
  for (;;) {
    if (Atomics.wait(sender.answers, 0, seen, workerTimeoutMs) === 'timed-out') {
      senders.delete(workerFile);
      void sender.worker.terminate();
      throw new Error('the thread that sends requests does not answer');
    }
    seen = Atomics.load(sender.answers, 0);
    const exchange = findAnswer(sender, number);
    if (exchange !== undefined) return exchange;
  }
}

/** A script that was stopped while it waited has left its answer behind: that is nobody's any more. */
function findAnswer({ port }: Sender, number: number): HttpExchange | undefined {
  for (;;) {
    const received: { readonly message: NumberedExchange } | undefined = receiveMessageOnPort(port);
    if (received === undefined) return undefined;
    if (received.message.number === number) return received.message.exchange;
  }
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
