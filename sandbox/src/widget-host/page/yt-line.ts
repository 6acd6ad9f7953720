import type { Theme } from '../frame.ts';
import {
  type Failure,
  greeting,
  type HostAnswer,
  type HostMessage,
  type Welcome,
  type WidgetMessage,
} from '../messages.ts';

/** The widget's end of the line to the page around it. */
export interface Line {
  /** Calls a method of the page; rejects with an error that has the page's `name` and `message`. */
  call(method: string, args: readonly unknown[]): Promise<unknown>;
  send(message: WidgetMessage): void;
}

export interface LineEvents {
  onTheme(theme: Theme): void;
  onCallback(name: string, args: readonly unknown[]): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Greets the page and speaks on the port it sends; what is said before that waits. */
export function openLine(events: LineEvents): Line {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const port = new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', function receive(event: MessageEvent<Partial<Welcome> | null>) {
      const [received] = event.ports;
      if (event.source !== window.parent || event.data?.welcome !== greeting || !received) return;
      window.removeEventListener('message', receive);
      if (event.data.theme) events.onTheme(event.data.theme);
      received.onmessage = ({ data }: MessageEvent<HostMessage>) => hear(data, waiting, events);
      resolve(received);
    });
    window.parent.postMessage(greeting, '*');
  });
  const call = async (method: string, args: readonly unknown[]) => {
    const opened = await port;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      opened.postMessage({ type: 'call', id, method, args } satisfies WidgetMessage);
    });
  };
  return { call, send: (message) => void port.then((opened) => opened.postMessage(message)) };
}

function hear(message: HostMessage, waiting: Map<number, Waiting>, events: LineEvents): void {
  if (message.type === 'theme') events.onTheme(message.theme);
  else if (message.type === 'callback') events.onCallback(message.name, message.args);
  else settle(message, waiting);
}

function settle(answer: HostAnswer, waiting: Map<number, Waiting>): void {
  const caller = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.type === 'result') caller?.resolve(answer.value);
  else caller?.reject(toError(answer.error));
}

/** Names that the Host API documents belong to `DOMException`s; all others are plain errors. */
function toError({ name, message }: Failure): Error {
  if (name === 'Error') return new Error(message);
  if (name === 'TypeError') return new TypeError(message);
  return new DOMException(message, name);
}
