import type { Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import type { LetterDate } from './parse-page-queries.ts';

/** When the letter to Tracker's support was sent; absent where it was not. */
export interface LetterDateAnswer {
  readonly letterSentOn?: string;
}

/** Keeps the day on which the letter was sent, for whoever opens the page next; or forgets it. Nothing is refused (`dateLetter` of docs/openapi.yaml). */
export function dateLetter(
  { storage }: Pick<Host, 'storage'>,
  { sentOn }: LetterDate,
): Result<Reply<LetterDateAnswer>, Refusal> {
  const before = storage.readText('letterSentOn');
  if (!before.ok || before.value !== sentOn) storage.write('letterSentOn', sentOn);
  return succeed({ status: 200, body: toLetterDate(sentOn) });
}

/** The day as it is kept; what is not understood counts as none. */
export function readLetterDate({ storage }: Pick<Host, 'storage'>): LetterDateAnswer {
  const kept = storage.readText('letterSentOn');
  return toLetterDate(kept.ok && /^\d{4}-\d\d-\d\d$/.test(kept.value ?? '') ? kept.value : undefined);
}

function toLetterDate(letterSentOn: string | undefined): LetterDateAnswer {
  return letterSentOn === undefined ? {} : { letterSentOn };
}
