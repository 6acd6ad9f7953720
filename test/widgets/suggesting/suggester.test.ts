import { expect, test } from '@jest/globals';
import type { CandidatesAnswer } from '../../../src/suggesting/candidates-answer.ts';
import type { Outcome } from '../../../widgets/shared/host/failure.ts';
import { type Suggested, Suggester } from '../../../widgets/shared/suggesting/suggester.ts';

/** A suggester whose time passes and whose answers come when the test says so. */
function open() {
  const asked: string[] = [];
  const answers: ((outcome: Outcome<CandidatesAnswer>) => void)[] = [];
  const seen: Suggested[] = [];
  let planned: { delayMs: number; run: () => void } | undefined;
  const suggester = new Suggester({
    ask(text) {
      asked.push(text);
      return new Promise((resolve) => answers.push(resolve));
    },
    after(delayMs, run) {
      const plan = { delayMs, run };
      planned = plan;
      return () => {
        if (planned === plan) planned = undefined;
      };
    },
    onChange: (suggested) => seen.push(suggested),
  });
  return {
    suggester,
    asked,
    last: () => seen.at(-1),
    planned: () => planned?.delayMs,
    pass() {
      const plan = planned;
      planned = undefined;
      plan?.run();
    },
    async answer(issueKey: string, more: Partial<CandidatesAnswer> = {}) {
      const candidates = [{ issueKey, url: `https://tracker.yandex.ru/${issueKey}` }];
      answers.shift()?.({ ok: true, data: { key: 'DEMO-1', isShown: true, candidates, ...more } });
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

test('nothing is asked before two characters, nor before the text stands still', () => {
  const { suggester, asked, pass, last } = open();
  suggester.want('о');
  pass();
  expect(asked).toEqual([]);
  suggester.want('оп');
  suggester.want('опл');
  expect(asked).toEqual([]);
  expect(last()).toEqual({ text: 'опл', isWaiting: true });
  pass();
  expect(asked).toEqual(['опл']);
});

test('one question is under way at most, and a stale answer is told to nobody', async () => {
  const { suggester, asked, pass, last, answer } = open();
  suggester.want('опл');
  pass();
  suggester.want('оплата');
  pass();
  suggester.want('оплата к');
  pass();
  expect(asked).toEqual(['опл']);
  await answer('TEST-1');
  expect(asked).toEqual(['опл', 'оплата к']);
  expect(last()).toEqual({ text: 'оплата к', isWaiting: true });
  await answer('TEST-2');
  expect(last()).toMatchObject({ text: 'оплата к', isWaiting: false, outcome: { ok: true } });
});

test('a box that was emptied or closed hears no more', async () => {
  const { suggester, asked, pass, last, answer } = open();
  suggester.want('оплата');
  pass();
  suggester.want('');
  await answer('TEST-1');
  expect(asked).toEqual(['оплата']);
  expect(last()).toEqual({ text: '', isWaiting: false });
});

test('where a pause is asked for, the same is asked after it', async () => {
  const { suggester, asked, pass, planned, answer, last } = open();
  suggester.want('оплата');
  pass();
  await answer('TEST-1', { candidates: [], retryAfterMs: 700 });
  expect(last()).toMatchObject({ isWaiting: true });
  expect(planned()).toBe(700);
  pass();
  expect(asked).toEqual(['оплата', 'оплата']);
  await answer('TEST-1', { retryAfterMs: 60_000 });
  expect(planned()).toBeUndefined();
});
