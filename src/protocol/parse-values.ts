import { fail, succeed } from '../result.ts';
import { fieldProblem } from './field-problem.ts';
import type { FieldParser } from './parse-fields.ts';

// Nine digits: more than any list has entries, and exact as a number.
const wholeNumber = /^(?:0|[1-9][0-9]{0,8})$/;

/** One of a few words, exactly. */
export function choice<T extends string>(...words: readonly T[]): FieldParser<T> {
  return (field, received) => {
    const word = words.find((one) => one === received);
    return word === undefined
      ? fail([fieldProblem(field, `one of ${words.join(', ')}`, received)])
      : succeed(word);
  };
}

/** A whole number in decimal digits, within bounds. */
export function wholeBetween(least: number, most: number): FieldParser<number> {
  return (field, received) => {
    const value = typeof received === 'string' && wholeNumber.test(received) ? Number(received) : Number.NaN;
    return value >= least && value <= most
      ? succeed(value)
      : fail([fieldProblem(field, `a whole number from ${least} to ${most}`, received)]);
  };
}

/** A text of at most so many characters, without the blanks around it. */
export function textUpTo(mostCharacters: number): FieldParser<string> {
  return (field, received) => {
    const text = typeof received === 'string' ? received.trim() : '';
    return text !== '' && text.length <= mostCharacters
      ? succeed(text)
      : fail([fieldProblem(field, `a text of 1 to ${mostCharacters} characters`, received)]);
  };
}

/** A text of a certain make, without the blanks around it. `expected` says in words what it should look like. */
export function textLike(pattern: RegExp, expected: string): FieldParser<string> {
  return (field, received) => {
    const text = typeof received === 'string' ? received.trim() : '';
    return pattern.test(text) ? succeed(text) : fail([fieldProblem(field, expected, received)]);
  };
}
