import { readPaste } from '../pasting/read-paste.ts';

const nothingKnown = { queues: new Set<string>(), projects: new Set<string>() };
const linkTarget = /\bhref\s*=\s*["']?([^"'\s>]+)/gi;

/**
 * Browsers glue the lines of a pasted text together; keys on lines of their own must stay apart. Where the text has no key but
 * its links have, as when a title was copied from a page of Tracker, the addresses come along.
 */
export function pasteAsOneLine(event: ClipboardEvent, type: (text: string) => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const hidden = hasKeys(text) ? '' : readLinks(event.clipboardData?.getData('text/html') ?? '');
  const input = event.currentTarget;
  if ((!text.includes('\n') && hidden === '') || !(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  const line = `${text} ${hidden}`.replace(/\s+/g, ' ').trim();
  input.setRangeText(line, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  type(input.value);
}

function readLinks(html: string): string {
  const links = [...html.matchAll(linkTarget)].map(([, link = '']) => link);
  return links.filter(hasKeys).join(' ');
}

function hasKeys(text: string): boolean {
  const { keys, offers } = readPaste(text, nothingKnown);
  return keys.length + offers.length > 0;
}
