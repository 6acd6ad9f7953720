import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cases } from './cases.ts';
import { faultCases } from './fault-cases.ts';
import { type Implementation, secret } from './implementation.ts';
import { startInNode, startInScripts } from './implementations.ts';
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
  test('asks no more than 5 searches and 10 other requests at once, whoever asks', async () => {
    const implementation = await startInScripts();
    try {
      const { ask, askAs, control } = await openStand(implementation);
      const keys = Array.from({ length: 300 }, (_, index) => `TEST-${index + 1}`);
      const told = await Promise.all([1, 2, 3].map(() => askAs({ ofNode: true }, 'findIssues', keys)));
      expect(told).toContainEqual(
        expect.objectContaining({ problem: expect.objectContaining({ kind: 'over_budget' }) }),
      );
      expect(await ask('readMyself')).toMatchObject({ ok: true });
      const { calls } = (await control('GET', 'calls?direction=incoming')) as {
        calls: { at: number; url: string }[];
      };
      const searches = calls.filter(({ url }) => url.includes('/_search')).map(({ at }) => at);
      expect(searches.length).toBeGreaterThanOrEqual(5);
      for (const atMs of searches)
        expect(searches.filter((other) => other >= atMs && other < atMs + 1_000).length).toBeLessThanOrEqual(
          5,
        );
    } finally {
      await implementation.stop();
    }
  });
});
