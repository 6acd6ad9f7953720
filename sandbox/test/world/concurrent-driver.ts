import { expect, test } from '@jest/globals';
import {
  type ConcurrentCase,
  concurrentCases,
  type IssueState,
  issuesOf,
  nothingYet,
  type Step,
} from './concurrent-cases.ts';

/** One way to run the cases: in process on the store, or over HTTP. */
export interface ConcurrentDriver {
  /**
   * Begins a transaction and resolves when it waits for its commit, or has ended because there is nothing to commit.
   * `ended` tells whether it was kept.
   */
  begin(place: CasePlace, steps: readonly Step[]): Promise<{ readonly ended: Promise<boolean> }>;
  hold(): Promise<void>;
  /** Commits what waits, in the order it came, and holds no more. */
  resume(): Promise<void>;
  read(issue: string): Promise<IssueState | undefined>;
}

export interface CasePlace {
  readonly issue: string;
  readonly other: string;
}

/** Makes a test of every case. */
export function testConcurrentCases(driver: () => ConcurrentDriver): void {
  test.each(concurrentCases.map((one, index): [string, ConcurrentCase, number] => [one.rule, one, index]))(
    '%s',
    async (_, { transactions, before, after, refused = [], otherNote }, index) => {
      const place = issuesOf(index);
      await driver().hold();
      const begun: Promise<boolean>[] = [];
      for (const steps of transactions) begun.push((await driver().begin(place, steps)).ended);
      await driver().resume();
      const kept = await Promise.all(begun);

      expect(kept).toEqual(transactions.map((__, at) => !refused.includes(at)));
      const expected = after === undefined ? undefined : { ...nothingYet, ...before, ...after };
      expect(await driver().read(place.issue)).toEqual(expected);
      if (otherNote !== undefined) expect((await driver().read(place.other))?.note).toBe(otherNote);
    },
  );
}
