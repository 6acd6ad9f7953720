import { foldCase } from '../../world/values.ts';

/** The words of a command that are still to be understood. */
export interface CommandText {
  readonly rest: string;
}

export interface Taken<T> {
  readonly value: T;
  readonly text: CommandText;
}

/** A command before anything of it is understood. */
export function startText(command: string): CommandText {
  return { rest: command.trim() };
}

/** The longest of the candidates the text begins with, in any letter case, ending at a word's end; braces around it are fine. */
export function takeOneOf<T>(
  { rest }: CommandText,
  candidates: Iterable<readonly [name: string, value: T]>,
): Taken<T> | undefined {
  const braced = /^\{([^}]*)\}\s*/.exec(rest);
  let longest: { readonly name: string; readonly value: T } | undefined;
  for (const [name, value] of candidates) {
    const isMatch = braced === null ? beginsWith(rest, name) : foldCase(braced[1] ?? '') === foldCase(name);
    if (isMatch && name.length > (longest?.name.length ?? 0)) longest = { name, value };
  }
  if (longest === undefined) return undefined;
  const length = braced === null ? longest.name.length : braced[0].length;
  return { value: longest.value, text: startText(rest.slice(length)) };
}

/** The next word, or what is in braces. */
export function takeWord({ rest }: CommandText): Taken<string> | undefined {
  const match = /^(?:\{([^}]*)\}|(\S+))\s*/.exec(rest);
  if (match === null) return undefined;
  return { value: match[1] ?? match[2] ?? '', text: startText(rest.slice(match[0].length)) };
}

/** What follows one of the keywords; undefined when the text begins with none. */
export function takeKeyword(text: CommandText, ...keywords: readonly string[]): CommandText | undefined {
  return takeOneOf(
    text,
    keywords.map((keyword) => [keyword, keyword] as const),
  )?.text;
}

function beginsWith(rest: string, name: string): boolean {
  if (name === '' || foldCase(rest.slice(0, name.length)) !== foldCase(name)) return false;
  return rest.length === name.length || /\s/.test(rest[name.length] ?? '');
}
