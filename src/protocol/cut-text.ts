/** At most so many characters of a text; a character that is written as a pair of surrogates is never cut in half. */
export function cutText(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const last = text.charCodeAt(mostCharacters - 1);
  const isFirstHalf = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, isFirstHalf ? mostCharacters - 1 : mostCharacters);
}
