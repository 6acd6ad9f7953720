import { toQueueKey } from '../../../src/protocol/tracker-issue-key.ts';
import type { KnownNames } from '../pasting/paste.ts';
import { readPaste } from '../pasting/read-paste.ts';

const address = /https?:\/\/[^\s<>"'|]+/gi;
/** Longer texts are looked through as far as this. */
const mostCharacters = 200_000;

/**
 * Tracker's keys in a text that nobody has entered as such: those in Tracker's addresses, and those whose queue is linked here
 * already. A text has much else that is spelled like a key.
 */
export function findMentions(text: string, known: KnownNames): readonly string[] {
  const read = text.slice(0, mostCharacters);
  const addressed = readPaste((read.match(address) ?? []).join(' '), known).keys;
  const spelled = readPaste(read, known).keys.filter((key) => known.queues.has(toQueueKey(key)));
  return [...new Set([...addressed, ...spelled])];
}
