import { type Failure, greeting, type HostMessage, type WidgetMessage } from '../messages.ts';
import { currentTheme } from './theme.ts';

export interface FrameEvents {
  /** The document in the frame has (again) greeted; this port speaks with it. */
  onPort(port: MessagePort): void;
  /** A call of the Host API; may throw or reject. */
  onCall(method: string, args: readonly unknown[]): unknown;
  onSize(height: number): void;
  onError(message: string): void;
}

/** Answers the greeting of the document in a frame, and then its calls. Nobody else is heard. */
export function listen(element: HTMLIFrameElement, events: FrameEvents): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (data !== greeting || source === null || source !== element.contentWindow) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: message }: MessageEvent<WidgetMessage>) => void hear(port1, message, events);
    // A sandboxed document has no origin that could be named.
    element.contentWindow.postMessage({ welcome: greeting, theme: currentTheme() }, '*', [port2]);
    events.onPort(port1);
  });
}

async function hear(port: MessagePort, message: WidgetMessage, events: FrameEvents): Promise<void> {
  if (message.type === 'size') return events.onSize(message.height);
  if (message.type === 'error') return events.onError(message.message);
  const { id, method, args } = message;
  const answer = (said: HostMessage) => port.postMessage(said);
  try {
    answer({ type: 'result', id, value: await events.onCall(method, args) });
  } catch (error) {
    answer({ type: 'failure', id, error: toFailure(error) });
  }
}

/** Only a name and a sentence cross: statuses and bodies of answers do not, as on a server [seen]. */
function toFailure(error: unknown): Failure {
  if (error instanceof Error || error instanceof DOMException)
    return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}
