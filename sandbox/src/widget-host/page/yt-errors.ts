import type { Line } from './yt-line.ts';

/** Tells the page of what goes wrong in the widget without being caught: what does not load, throws or rejects. */
export function reportErrors(line: Line): void {
  const tell = (message: string) => line.send({ type: 'error', message });
  window.addEventListener(
    'error',
    (event: Event) => {
      if (event instanceof ErrorEvent) tell(`${event.message}${placeOf(event)}`);
      else tell(`${addressOf(event.target)} cannot be loaded`);
    },
    // Errors of elements do not bubble.
    { capture: true },
  );
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => tell(`${reason}`));
}

function placeOf({ filename, lineno }: ErrorEvent): string {
  const file = filename.split('/').pop() ?? '';
  return file === '' ? '' : ` (${file}:${lineno})`;
}

function addressOf(target: EventTarget | null): string {
  if (target instanceof HTMLScriptElement || target instanceof HTMLImageElement) return target.src;
  return target instanceof HTMLLinkElement ? target.href : 'Something';
}
