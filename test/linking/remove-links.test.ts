import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks } from '../../src/linking/remove-links.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks, noLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeAccount, fakeEntity, fakeHost, fakeScope } from '../support/fake-host.ts';
import { keyOf } from '../support/keys.ts';

const request = { issueKey: 'TEST-1', remoteKey: undefined };

function linked(key: string): FakeEntity {
  const entity = fakeEntity({ key });
  createLinks(fakeScope([entity]), { issueKey: 'TEST-1', entityIds: undefined });
  entity.writes = 0;
  return entity;
}

function liveKeys({ stored }: FakeEntity): string[] {
  const links = decodeLinks(stored);
  return liveLinks(links.ok ? links.value : noLinks).map(({ issueKey }) => issueKey);
}

describe('removing a link', () => {
  test('removes it, clears the flag and says so', () => {
    const issue = linked('DEMO-1');
    expect(removeLinks(fakeScope([issue]), request)).toEqual({
      ok: true,
      value: { status: 200, body: { issueKey: 'TEST-1', removed: ['DEMO-1'], notLinked: [] } },
    });
    expect([liveKeys(issue), issue.flag]).toEqual([[], false]);
  });

  test('that is not there changes nothing', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    expect(removeLinks(fakeScope([issue]), request)).toMatchObject({
      value: { status: 200, body: { removed: [], notLinked: ['DEMO-1'] } },
    });
    expect([issue.writes, issue.stored]).toEqual([0, undefined]);
  });

  test('of which Tracker is just being told is no operation of its own when Tracker reports it', () => {
    const issue = linked('DEMO-1');
    removeLinks(fakeScope([issue]), request);
    issue.owed = '{"v":1,"owed":[{"issueKey":"TEST-1","wish":"gone","since":1,"attempts":0,"nextAt":1}]}';
    const host = fakeScope([issue], { caller: fakeAccount('tracker-bot') });
    expect(removeLinks(host, request)).toMatchObject({ value: { body: { notLinked: ['DEMO-1'] } } });
    // A chain of looks would remove what somebody links again at this moment.
    expect(host.scheduled.map(({ name }) => name)).toEqual(['tellTracker']);
  });

  test('in the global scope goes by the key', () => {
    const issue = linked('DEMO-1');
    const answer = removeLinks(fakeHost([issue]), { issueKey: 'TEST-1', remoteKey: keyOf('demo-1') });
    expect(answer).toMatchObject({ value: { body: { removed: ['DEMO-1'] } } });
  });

  test.each([
    ['not_found', fakeEntity({ key: 'DEMO-1', isVisible: false })],
    ['forbidden', fakeEntity({ key: 'DEMO-1', mayChangeLinks: false })],
    ['unreadable_links', fakeEntity({ key: 'DEMO-1', stored: '[]' })],
  ])('is refused as %s', (reason, entity) => {
    const answer = removeLinks(fakeHost([entity]), { issueKey: 'TEST-1', remoteKey: keyOf('DEMO-1') });
    expect(answer).toMatchObject({ problem: { reason, problems: [{ field: 'remoteKey' }] } });
  });
});

describe('removing a link where DELETE may only read', () => {
  function readonlyScope(issue: FakeEntity) {
    const store = {
      ...issue.store,
      write() {
        throw new Error('read-only transaction');
      },
    };
    return fakeScope([{ ...issue, store }]);
  }

  test('is accepted, and performed by the scheduled function at once', () => {
    const issue = linked('DEMO-1');
    const scope = readonlyScope(issue);
    expect(removeLinks(scope, request)).toEqual({
      ok: true,
      value: { status: 202, body: { issueKey: 'TEST-1', scheduled: ['DEMO-1'] } },
    });
    expect(scope.scheduled).toMatchObject([{ name: 'settleLinks', delayMs: 0 }]);
    const later = fakeHost([issue]);
    settleLinks(later, scope.scheduled[0]?.state ?? '');
    expect(liveKeys(issue)).toEqual([]);
    expect(later.scheduled).toMatchObject([{ name: 'settleLinks', delayMs: 900 }]);
  });

  test('that is not there is answered as everywhere', () => {
    const scope = readonlyScope(fakeEntity({ key: 'DEMO-1' }));
    expect(removeLinks(scope, request)).toMatchObject({
      value: { status: 200, body: { notLinked: ['DEMO-1'] } },
    });
  });
});
