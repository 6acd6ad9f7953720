import { fail, succeed } from '../result.ts';
import { fieldProblem } from './field-problem.ts';
import type { FieldParser } from './read-request.ts';

/** One of a few words, exactly. */
export function choice<T extends string>(...words: readonly T[]): FieldParser<T> {
  return (field, received) => {
    const word = words.find((one) => one === received);
    return word === undefined
      ? fail([fieldProblem(field, `one of ${words.join(', ')}`, received)])
      : succeed(word);
  };
}
