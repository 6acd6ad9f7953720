const word = /[\p{L}\p{N}]+/gu;
/** Endings that may differ between two forms of a word, and what must be left of it. */
const longestEnding = 2;
const shortestStem = 4;

/** The words of a text in small letters; Russian ё counts as е. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().replaceAll('ё', 'е').match(word) ?? [];
}

/** Whether a text has all these words or forms of them, in any order. */
export function hasWords(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  return wanted.every((one) => words.some((other) => isFormOf(one, other)));
}

/** Our stand-in for Tracker's morphology: the same word, or the same beginning with short endings. */
function isFormOf(one: string, other: string): boolean {
  if (one === other) return true;
  const stem = Math.max(one.length, other.length) - longestEnding;
  return stem >= shortestStem && one.slice(0, stem) === other.slice(0, stem);
}
