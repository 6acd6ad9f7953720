import { describe, expect, test } from '@jest/globals';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { encodeSettleState, parseSettleState } from '../../src/writing/settle-state.ts';
import { fakeEntity, fakeHost } from '../support/fake-host.ts';

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
