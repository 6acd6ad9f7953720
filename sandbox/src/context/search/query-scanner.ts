import { foldCase } from '../../world/values.ts';

/** Reads a query from left to right. */
export class QueryScanner {
  readonly #query: string;
  #position = 0;

  constructor(query: string) {
    this.#query = query;
    this.skipSpace();
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#query.length;
  }

  get rest(): string {
    return this.#query.slice(this.#position);
  }

  skipSpace(): void {
    while (/\s/.test(this.#query[this.#position] ?? '')) this.#position += 1;
  }

  /** Takes what a pattern (anchored with `^`) matches here, and the blanks after it. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest);
    if (match === null) return undefined;
    this.#position += match[0].length;
    this.skipSpace();
    return match;
  }

  /** The longest of the names followed by a colon. */
  takeAttribute<T>(names: ReadonlyMap<string, T>): T | undefined {
    const [before] = this.rest.split(':', 1);
    if (before === undefined || before.length === this.rest.length) return undefined;
    const value = names.get(foldCase(before.trim().replaceAll(/\s+/g, ' ')));
    if (value === undefined) return undefined;
    this.#position += before.length + 1;
    this.skipSpace();
    return value;
  }

  /** The longest of the texts that stands here and ends with a word. */
  takeLongest(texts: Iterable<string>): string | undefined {
    const rest = foldCase(this.rest);
    let longest = '';
    for (const text of texts) {
      const isHere = rest.startsWith(foldCase(text)) && !/[\p{L}\p{N}]/u.test(rest[text.length] ?? '');
      if (isHere && text.length > longest.length) longest = text;
    }
    if (longest === '') return undefined;
    this.#position += longest.length;
    this.skipSpace();
    return longest;
  }
}
