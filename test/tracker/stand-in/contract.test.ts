import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cases } from './cases.ts';
import { faultCases } from './fault-cases.ts';
import { type Implementation, secret } from './implementation.ts';
import { startInNode, startInScripts, startOnStandingClock } from './implementations.ts';
import { openStand } from './stand.ts';

describe.each([
  ['over Node’s fetch', startInNode],
  ['over the scripting API', startInScripts],
] as const)('the client of Tracker %s', (_, start) => {
  let implementation: Implementation | undefined;
  const open = async () => {
    if (implementation === undefined) throw new Error('nothing was started');
    return await openStand(implementation);
  };
  beforeAll(async () => {
    implementation = await start();
  });
  afterAll(async () => await implementation?.stop());

  test.each([...cases, ...faultCases])('%s', async (_rule, show) => await show(await open()));

  test('a token that Tracker does not know is refused', async () => {
    const { ask, setModes } = await open();
    await setModes({ tokens: { other: 'irina' } });
    expect(await ask('readMyself')).toMatchObject({ problem: { kind: 'unauthorized', status: 401 } });
    await setModes({ tokens: { [secret]: 'irina' } });
  });

  test('the token arrived whole, and stands in no log, journal or page', async () => {
    const { ask, control, issueKey } = await open();
    expect(await ask('readMyself')).toMatchObject({ ok: true });
    const journal = JSON.stringify(await control('GET', 'calls'));
    expect(journal).toContain('"authorization":"OAuth ***"');
    const page = await fetch(`${implementation?.tracker}/${issueKey}`);
    for (const written of [journal, await page.text(), await implementation?.readWritten()])
      expect(written).not.toContain(secret);
  });
});

describe('one node of YouTrack', () => {
  test('asks no more than 5 searches and 10 other requests at once, whoever asks, and again after a second', async () => {
    const node = await startOnStandingClock();
    try {
      const { askAs, control } = await openStand(node);
      const count = async (pattern: RegExp) => {
        const { calls } = (await control('GET', 'calls?direction=incoming')) as { calls: { url: string }[] };
        return calls.filter(({ url }) => pattern.test(url)).length;
      };
      const keys = Array.from({ length: 300 }, (_, index) => `TEST-${index + 1}`);
      const everybody = Array.from({ length: 12 }, () => ({ ofNode: true }));
      const askAll = async () => {
        const found = await Promise.all(everybody.slice(0, 3).map((how) => askAs(how, 'findIssues', keys)));
        const read = await Promise.all(everybody.map((how) => askAs(how, 'readMyself')));
        const isOver = expect.objectContaining({ problem: expect.objectContaining({ kind: 'over_budget' }) });
        expect([found, read]).toEqual([expect.arrayContaining([isOver]), expect.arrayContaining([isOver])]);
        return [await count(/_search/), await count(/myself/)];
      };
      expect(await askAll()).toEqual([5, 10]);
      await node.advance(1_099);
      expect(await askAll()).toEqual([5, 10]);
      await node.advance(1);
      expect(await askAll()).toEqual([10, 20]);
    } finally {
      await node.stop();
    }
  });
});
