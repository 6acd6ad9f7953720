/**
 * Java's SimpleDateFormat, the letters scripts use for numbers and names in English: y M d E a H h K k m s S Z X z, quoted
 * text. Format description: the JDK's `java.text.SimpleDateFormat`.
 */
export type DateToken = { readonly letter: string; readonly count: number } | { readonly text: string };

export const monthNames =
  'January February March April May June July August September October November December'.split(' ');
export const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Whether a run of letters stands for a name. */
export function isName(letter: string, count: number): boolean {
  return letter === 'E' || (letter === 'M' && count >= 3);
}

/** A format as runs of letters and the texts between them. */
export function tokensOf(format: string): DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    const [whole, quoted, letter] = match;
    if (letter !== undefined) tokens.push({ letter, count: whole.length });
    else
      tokens.push({
        text: quoted === undefined ? whole : quoted === '' ? "'" : quoted.replaceAll("''", "'"),
      });
  }
  return tokens;
}
