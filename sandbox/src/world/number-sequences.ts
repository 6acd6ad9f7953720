import type { Id } from './transaction.ts';

/**
 * Running numbers by name. They are no part of any transaction: overlapping ones never get the same number, and one
 * that is undone does not give its numbers back.
 */
export class NumberSequences {
  readonly #last = new Map<string, number>();

  take(sequence: string): number {
    const next = (this.#last.get(sequence) ?? 0) + 1;
    this.#last.set(sequence, next);
    return next;
  }

  /** Makes a sequence go on after a number that is already in use. */
  reserve(sequence: string, number: number): void {
    this.#last.set(sequence, Math.max(number, this.#last.get(sequence) ?? 0));
  }

  /** The last number taken of each sequence. */
  last(): ReadonlyMap<string, number> {
    return this.#last;
  }
}

/** The sequence a project's issues or articles take their numbers from. */
export function numberSequence(type: string, project: Id): string {
  return `number:${type}:${project}`;
}
