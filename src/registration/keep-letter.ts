import type { Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { decodeLetterParts, encodeLetterParts, type LetterParts } from './letter-parts.ts';
import type { LetterChange } from './parse-registration.ts';

/** When the letter to Tracker's support was sent; absent where it was not. */
export interface LetterDate {
  readonly letterSentOn?: string;
}

/** What is kept of the letter. */
export interface LetterAnswer extends LetterDate {
  readonly letter?: LetterParts;
}

type WithStorage = Pick<Host, 'storage'>;

/**
 * Keeps the day on which the letter was sent, and what was written into it, for whoever opens the page next; or forgets
 * them. What the request leaves out stays. Nothing is refused (`keepLetter` of docs/openapi.yaml).
 */
export function keepLetter(host: WithStorage, change: LetterChange): Result<Reply<LetterAnswer>, Refusal> {
  if (change.sentOn !== undefined) keep(host, 'letterSentOn', change.sentOn ?? undefined);
  if (change.letter !== undefined) keep(host, 'letterParts', encodeLetterParts(change.letter));
  return succeed({ status: 200, body: { ...readLetterDate(host), ...readLetterParts(host) } });
}

/** The day as it is kept; what is not understood counts as none. */
export function readLetterDate({ storage }: WithStorage): LetterDate {
  const kept = storage.readText('letterSentOn');
  const day = kept.ok && /^\d{4}-\d\d-\d\d$/.test(kept.value ?? '') ? kept.value : undefined;
  return day === undefined ? {} : { letterSentOn: day };
}

/** The parts as they are kept; absent where nothing is. */
export function readLetterParts({ storage }: WithStorage): Pick<LetterAnswer, 'letter'> {
  const kept = storage.readText('letterParts');
  const letter = decodeLetterParts(kept.ok ? kept.value : undefined);
  return Object.keys(letter).length === 0 ? {} : { letter };
}

function keep(
  { storage }: WithStorage,
  name: 'letterSentOn' | 'letterParts',
  value: string | undefined,
): void {
  const before = storage.readText(name);
  if (!before.ok || before.value !== value) storage.write(name, value);
}
