import { limits } from '../../../src/protocol/limits.ts';
import type { Paste } from '../pasting/paste.ts';

/** What to ask about a text. */
export interface Question {
  /** Empty where there is nothing to ask. */
  readonly text: string;
  /** Whether it is words to search by; else keys, to know whether they exist. */
  readonly isWords: boolean;
}

/** What to ask about a text in the box: its keys, as many as one request carries; or its words, where none is surely meant as a key. */
export function toQuestion(text: string, { keys, offers, isWords }: Paste): Question {
  const doubtful = offers.filter(({ doubt }) => doubt === 'queue');
  const isLoose = keys.length === 0 && doubtful.length > 0 && doubtful.every(isWrittenApart);
  if (isWords || isLoose) {
    const words = text.replace(/\s+/g, ' ').trim();
    return { text: words.length > limits.inputCharacters ? '' : words, isWords: true };
  }
  let question = '';
  for (const key of [...keys, ...doubtful.map((offer) => offer.key)]) {
    const longer = question === '' ? key : `${question} ${key}`;
    if (longer.length > limits.inputCharacters) break;
    question = longer;
  }
  return { text: question, isWords: false };
}

/** `release 5` is as likely words as a key. */
function isWrittenApart({ written }: { readonly written: string }): boolean {
  return !written.includes('-');
}
