import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, type TwoSides } from '../mirroring/support/two-sides.ts';
import { askAs, type SeenAnswer } from './support/ask-as.ts';
import { openPermissionWorld } from './support/open-world.ts';
import { type Ask, operations } from './support/operations.ts';
import { listAsks } from './support/other-requests.ts';
import { type Caller, callers, type Level, type Subject, subjects } from './support/standing.ts';

/** What Tracker calls the issue that everything is linked to. */
const said = 'Задача 1';

/** Administrators first: what one node remembers of Tracker's answers is shown to nobody else for that. */
const inOrder = [...callers].reverse();

const isShownTo: Readonly<Record<string, (level: Level) => boolean>> = {
  nobody: () => false,
  linkers: (level) => level === 'change',
  readers: (level) => level !== 'none',
};

describe.each(Object.keys(isShownTo))('where what Tracker says is for %s', (audience) => {
  let sides: TwoSides;
  beforeAll(async () => {
    sides = await openPermissionWorld({ trackerDetails: audience });
  });
  afterAll(() => sides.close());

  function as(caller: Caller, ask: Ask): Promise<SeenAnswer> {
    return askAs(sides.running, caller === 'guest' ? undefined : `Bearer perm:${caller}`, ask);
  }

  /** Whether the app answers at the object's own address at all. */
  function isReached({ isAttached, levels }: Subject, caller: Caller): boolean {
    return isAttached && levels[caller] !== 'none';
  }

  test.each(inOrder)(
    '%s is shown what it says of the links of those objects, and of no others',
    async (caller) => {
      const shown: [string, boolean][] = [];
      const expected: [string, boolean][] = [];
      for (const subject of subjects) {
        const { body } = await as(caller, { method: 'GET', path: addressOf(subject.path, 'details') });
        shown.push([subject.path, body.includes(said)]);
        const isShown = isReached(subject, caller) && isShownTo[audience]?.(subject.levels[caller]);
        expected.push([subject.path, isShown === true]);
      }
      expect(shown).toEqual(expected);
    },
  );

  test.each(inOrder)(
    '%s is shown as much of what may be linked, and who may not link nothing',
    async (caller) => {
      const shown: [string, boolean][] = [];
      const expected: [string, boolean][] = [];
      for (const subject of subjects.filter(({ path }) => path.startsWith('articles/'))) {
        const path = `${addressOf(subject.path, 'candidates')}?input=TEST-1`;
        shown.push([subject.path, (await as(caller, { method: 'GET', path })).body.includes(said)]);
        const mayLink = isReached(subject, caller) && subject.levels[caller] === 'change';
        expected.push([subject.path, mayLink && audience !== 'nobody']);
      }
      expect(shown).toEqual(expected);
    },
  );

  test.each(inOrder)('%s is told nothing of it anywhere else', async (caller) => {
    const elsewhere = operations.filter(({ name }) => !/^GET (?:details|candidates)/.test(name));
    const issues = ['issues/DEMO-1', 'issues/DEMO-2', 'projects/DEMO'];
    const asks = subjects
      .filter(({ path }) => issues.includes(path))
      .flatMap((subject) =>
        elsewhere
          .filter(({ about }) => about.includes(subject.path.replace(/\/.*$/, '')))
          .map(({ ask }) => ask(subject, `OWN-${callers.indexOf(caller) + 1}`)),
      );
    for (const ask of [...asks, ...listAsks]) {
      expect([ask, (await as(caller, ask)).body.includes(said)]).toEqual([ask, false]);
    }
  });
});
