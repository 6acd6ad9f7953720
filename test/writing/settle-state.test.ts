import { describe, expect, test } from '@jest/globals';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import {
  encodeSettleState,
  parseSettleState,
  schedulePostponed,
  scheduleSettling,
} from '../../src/writing/settle-state.ts';
import { fakeEntity, fakeHost } from '../support/fake-host.ts';
import { type ChangeOptions, changeOf, mirrored, start, storedLinks } from './support/mirrored.ts';

/** What version 1.0.0 of the app scheduled for a link of DEMO-1 that вася had just made. */
const firstVersion = JSON.stringify({
  look: 2,
  quiet: 1,
  entities: [
    {
      kind: 'issue',
      key: 'DEMO-1',
      change: {
        issueKey: 'TEST-1',
        wish: 'live',
        stamp: { at: 1_767_225_600_000, by: 'вася', via: 'youtrack' },
        known: '{"v":1,"links":["TEST-1 +1767225600000 youtrack вася"]}',
      },
    },
  ],
});

describe('what travels from look to look', () => {
  test('reads as what was written, and says its version', () => {
    const state = parseSettleState(firstVersion);
    if (!state.ok) throw new Error('not understood');
    const replacing = {
      issueKey: 'TEST-1',
      kind: 'issue',
      stamp: { at: 1, by: 'вася', via: 'tracker' },
    } as const;
    const text = encodeSettleState({ ...state.value, replacing });
    expect(JSON.parse(text)).toMatchObject({ v: 2 });
    expect(parseSettleState(text)).toEqual({ ok: true, value: { ...state.value, replacing } });
  });

  test('is understood as version 1.0.0 of the app wrote it', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const host = fakeHost([issue]);
    expect(settleLinks(host, firstVersion)).toEqual({ ok: true, value: undefined });
    const links = decodeLinks(issue.stored);
    expect(links.ok && liveLinks(links.value)).toMatchObject([{ issueKey: 'TEST-1', added: { by: 'вася' } }]);
    expect(host.scheduled).toMatchObject([{ name: 'settleLinks' }]);
  });

  test('knows of no link where what it knew cannot be read any more', () => {
    const [before, after] = ['{"v":1,"links":[]}', '{"v":2,"links":[]}'];
    const known = '{\\"v\\":1,\\"links\\":[\\"TEST-1 +1767225600000 youtrack вася\\"]}';
    expect(firstVersion).toContain(known);
    for (const text of [before, after]) {
      const state = parseSettleState(firstVersion.replace(known, text.replaceAll('"', '\\"')));
      expect(state.ok && state.value.entities.map(({ change }) => [...change.known])).toEqual([[]]);
    }
  });

  test('is handed on as it is, and told, where a newer version wrote it', () => {
    const state = '{"v":3,"everything":"else"}';
    const host = fakeHost([]);
    expect(settleLinks(host, state)).toEqual({ ok: false, problem: { reason: 'newer_version', version: 3 } });
    expect(host.scheduled).toEqual([{ name: 'settleLinks', delayMs: 3_600_000, state }]);
  });

  test.each(['', '{oops', 'null', '[]', '{}', '{"v":2}', '{"v":2,"entities":[{}]}', '{"v":"2"}'])(
    '%j is told as not understood',
    (state) => {
      const host = fakeHost([]);
      expect(settleLinks(host, state)).toEqual({ ok: false, problem: { reason: 'not_understood' } });
      expect(host.scheduled).toEqual([]);
    },
  );
});

describe('an operation', () => {
  const elsewhere = decodeLinks(storedLinks('OTHER-1 +1 youtrack вася'));
  const own = decodeLinks(storedLinks('TEST-2 +1 youtrack вася'));

  interface Scheduled extends ChangeOptions {
    readonly links?: typeof own;
    /** Whether it sets a whole list. */
    readonly isSet?: boolean;
    /** Whether its transaction may only read. */
    readonly isReadOnly?: boolean;
  }

  function scheduled(how: 'now' | 'later', { links = own, isSet, isReadOnly, ...change }: Scheduled = {}) {
    if (!links.ok) throw new Error('the links of a test are well-formed');
    const entity = fakeEntity({ key: 'DEMO-1' });
    if (isReadOnly) Object.assign(entity.store, { write: refuseToWrite });
    const host = fakeHost([], { settings: mirrored });
    const targets = [{ entity, links: links.value, change: changeOf(change) }];
    const { issueKey, stamp } = changeOf(change);
    if (how === 'now') scheduleSettling(host, targets, isSet ? { issueKey, stamp } : undefined);
    else schedulePostponed(host, targets);
    const [call] = host.scheduled;
    return { entity, delayMs: call?.delayMs, state: JSON.parse(call?.state ?? 'null') };
  }

  test('that was made is looked after from the first look on, and due to be told by then', () => {
    const { entity, delayMs, state } = scheduled('now');
    expect([delayMs, state]).toEqual([
      900,
      {
        v: 2,
        look: 1,
        quiet: 0,
        entities: [
          {
            kind: 'issue',
            key: 'DEMO-1',
            change: {
              issueKey: 'TEST-1',
              wish: 'live',
              stamp: { at: start, by: 'вася', via: 'youtrack' },
              known: storedLinks(`TEST-1 +${start} youtrack вася`),
            },
            memo: '{}',
          },
        ],
      },
    ]);
    expect(JSON.parse(entity.owed ?? '').owed).toMatchObject([{ nextAt: start + 900 }]);
  });

  test('that found all in place is looked after, and told to nobody', () => {
    const { entity, state } = scheduled('now', { isEffective: false });
    expect([entity.writes, state.entities[0].key, 'memo' in state.entities[0]]).toEqual([0, 'DEMO-1', false]);
  });

  test('that is put off is done at once by a call that may write, and no more than asked about before', () => {
    const { entity, delayMs, state } = scheduled('later', { wish: 'gone' });
    const { memo } = state.entities[0];
    expect([entity.writes, delayMs, state.look, memo]).toEqual([0, 0, 0, '{"asks":"only"}']);
  });

  test.each([
    ['made', 'now', {}, '{"asks":"first"}'],
    ['found in place', 'now', { wish: 'gone', isEffective: false }, '{"asks":"only"}'],
    ['put off', 'later', { wish: 'gone' }, '{"asks":"only"}'],
  ] as const)(
    'that was %s beside links to another queue first asks where the issue is',
    (_, how, change, memo) => {
      expect(scheduled(how, { ...change, links: elsewhere }).state.entities[0].memo).toBe(memo);
    },
  );

  const absent = { wish: 'gone', isEffective: false, links: elsewhere } as const;

  test('that found nothing to remove notes what is to be asked about it, and when by others than the looks', () => {
    const { entity, delayMs, state } = scheduled('now', absent);
    const asks = { by: 'вася', via: 'youtrack' };
    expect([delayMs, state.look, JSON.parse(entity.owed ?? '').owed]).toMatchObject([
      900,
      1,
      [{ issueKey: 'TEST-1', wish: 'gone', since: start, nextAt: start + 900, asks }],
    ]);
    const set = scheduled('now', { ...absent, isSet: true });
    expect(JSON.parse(set.entity.owed ?? '').owed).toMatchObject([{ asks: { ...asks, isSet: true } }]);
    expect(set.state.entities[0].memo).toBe('{"asks":"only","isSet":true}');
  });

  test('that may only read and has something to ask is looked after at once by a call that may write', () => {
    const { delayMs, state } = scheduled('now', { ...absent, isReadOnly: true, isSet: true });
    expect([delayMs, state]).toMatchObject([
      0,
      { look: 0, quiet: 0, entities: [{ key: 'DEMO-1' }], replacing: { issueKey: 'TEST-1' } },
    ]);
  });

  test('that adds asks nothing that would have to be noted, and one put off beside no other link nothing at all', () => {
    const { entity } = scheduled('now', { isEffective: false, links: elsewhere });
    expect(entity.owed).toBeUndefined();
    const alone = scheduled('later', { wish: 'gone', links: decodeLinks(storedLinks()) });
    expect('memo' in alone.state.entities[0]).toBe(false);
  });
});

function refuseToWrite(): never {
  throw new Error('this transaction may only read');
}
