/**
 * Upper-cases letter by letter, leaving alone letters that would not come back (`ſ` → `S`, `ß` → `SS`): two different
 * keys must never become the same one.
 */
export function toUpperKey(text: string): string {
  return mapReversibly(text, { there: upper, back: lower });
}

/** The same towards lower case (the Kelvin sign stays what it is). */
export function toLowerKey(text: string): string {
  return mapReversibly(text, { there: lower, back: upper });
}

interface CaseMapping {
  readonly there: (letter: string) => string;
  readonly back: (letter: string) => string;
}

function mapReversibly(text: string, { there, back }: CaseMapping): string {
  let mapped = '';
  for (const letter of text) {
    const changed = there(letter);
    mapped += back(changed) === letter ? changed : letter;
  }
  return mapped;
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
