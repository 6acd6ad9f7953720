import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { removeLinks, removeSeveralLinks } from '../../src/linking/remove-links.ts';
import { decodeLinks, encodeLinks } from '../../src/links/link-codec.ts';
import { type LinkRecord, liveLinks, noLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeAccount, fakeEntity, fakeHost, fakeScope } from '../support/fake-host.ts';
import { idsOf, keyOf } from '../support/keys.ts';

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

/** A server that lets DELETE only read. */
function toReadonly(issue: FakeEntity): FakeEntity {
  const store = {
    ...issue.store,
    write() {
      throw new Error('read-only transaction');
    },
  };
  return { ...issue, store };
}

/** A link of an object whose recent removals, of the widest kind, leave no room for one more. */
function crowdedScope() {
  const login = '\u0001'.repeat(255);
  const stamp = { at: 1_767_225_600_000, by: login, via: 'youtrack' } as const;
  const gone = Array.from(
    { length: 2_689 },
    (_, index) => [`GONE-${index + 1}`, { removed: stamp }] as const,
  );
  const links = new Map<string, LinkRecord>([...gone, ['TEST-1', { added: { ...stamp, by: 'вася' } }]]);
  const own = fakeEntity({ key: 'DEMO-1', stored: encodeLinks(links) });
  return { ...fakeScope([own], { caller: fakeAccount(login) }), own };
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

  test('is looked after a little later, whether it was there or not', () => {
    for (const issue of [linked('DEMO-1'), fakeEntity({ key: 'DEMO-1' })]) {
      const scope = fakeScope([issue]);
      removeLinks(scope, request);
      expect(scope.scheduled).toMatchObject([{ name: 'settleLinks', delayMs: 900 }]);
    }
  });

  test('of no object named in the global scope removes nothing', () => {
    for (const caller of [fakeAccount('jane'), fakeAccount('tracker-bot')]) {
      expect(removeLinks(fakeHost([linked('DEMO-1')], { caller }), request)).toMatchObject({
        value: { status: 200, body: { removed: [], notLinked: [] } },
      });
    }
  });

  test('finds no room only where removals of a day fill all there is', () => {
    const scope = crowdedScope();
    expect(removeLinks(scope, request)).toMatchObject({
      problem: { reason: 'no_room', problems: [{ field: 'key' }] },
    });
    expect(scope.own.writes).toBe(0);
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
  test('is accepted, and performed by the scheduled function at once', () => {
    const issue = linked('DEMO-1');
    const scope = fakeScope([toReadonly(issue)]);
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
    const scope = fakeScope([toReadonly(fakeEntity({ key: 'DEMO-1' }))]);
    expect(removeLinks(scope, request)).toMatchObject({
      value: { status: 200, body: { notLinked: ['DEMO-1'] } },
    });
  });
});

describe('Tracker’s report that a remote link was removed', () => {
  const now = 1_767_225_600_000;

  interface ReportOptions {
    readonly isLinked: boolean;
    readonly owed: object | undefined;
    readonly as?: string;
    /** DELETE may only read. */
    readonly isReadonly?: boolean;
  }

  /** An object with or without the link, and with what it owes or has just told Tracker. */
  function report({ isLinked, owed, as, isReadonly = false }: ReportOptions) {
    const issue = fakeEntity({ key: 'DEMO-1', formerKeys: ['OLD-7', 'OLD-8'] });
    if (isLinked) createLinks(fakeScope([issue]), { issueKey: 'TEST-1', entityIds: undefined });
    const entry = { issueKey: 'TEST-1', wish: 'live', since: 1, attempts: 0, nextAt: now, ...owed };
    issue.owed = owed && JSON.stringify({ v: 1, owed: [entry] });
    const tracker = { caller: fakeAccount('tracker-bot') };
    const entity = isReadonly ? toReadonly(issue) : issue;
    const host = as === undefined ? fakeScope([entity], tracker) : fakeHost([entity], tracker);
    const answer = removeLinks(host, {
      issueKey: 'TEST-1',
      remoteKey: as === undefined ? undefined : keyOf(as),
    });
    const [call] = host.scheduled;
    return {
      ...(answer.ok && answer.value),
      name: call?.name,
      heard: JSON.parse(call?.state ?? '').heard,
      issue,
    };
  }

  test.each([
    {
      what: 'a key under which we take it away',
      as: 'old-7',
      owed: { echoes: ['DEMO-9', 'OLD-7'] },
      key: 'OLD-7',
    },
    { what: 'no key, where any will do', as: undefined, owed: { echoes: ['OLD-7', 'OLD-8'] }, key: 'OLD-7' },
    {
      what: 'what was told just now',
      as: 'OLD-7',
      owed: { echoes: ['OLD-7'], toldAt: now - 1 },
      key: 'OLD-7',
      isAsked: true,
    },
  ])('is an echo of our own doing, and the link stays: $what', ({ as, owed, key, isAsked }) => {
    const { issue: _, ...echo } = report({ isLinked: true, owed, ...(as && { as }) });
    expect(echo).toEqual({
      status: 200,
      body: { issueKey: 'TEST-1', removed: [], notLinked: ['DEMO-1'] },
      name: 'tellTracker',
      heard: {
        issueKey: 'TEST-1',
        key: expect.stringMatching(new RegExp(`^${key}$`, 'i')),
        at: now,
        by: 'tracker-bot',
        ...(isAsked && { isAsked }),
      },
    });
  });

  test.each([
    ['may be of the link itself, which Tracker knew of', 1, { isLinked: true, toldAt: now - 1 }],
    ['comes while Tracker is being told', 0, { isLinked: true, toldAt: undefined }],
    ['is of a link that is gone here', 0, { isLinked: false, toldAt: now - 1 }],
  ])('that %s has so many questions noted at once: %d', (_, questions, { isLinked, toldAt }) => {
    const { issue, heard } = report({ isLinked, owed: { echoes: ['OLD-7'], toldAt }, as: 'OLD-7' });
    const asks = { by: 'tracker-bot', via: 'tracker', isReport: true };
    const question = { issueKey: 'TEST-1', wish: 'gone', since: now, attempts: 0, nextAt: now, asks };
    expect(JSON.parse(issue.owed ?? '').owed.slice(1)).toEqual(questions === 0 ? [] : [question]);
    expect(heard.isAsked).toBe(questions === 0 ? undefined : true);
  });

  test('is noted by the call that follows where DELETE may only read', () => {
    const { body, name, issue } = report({
      ...{ isLinked: true, owed: { echoes: ['OLD-7'], toldAt: now }, as: 'OLD-7' },
      isReadonly: true,
    });
    expect([body, name]).toEqual([{ issueKey: 'TEST-1', removed: [], notLinked: ['DEMO-1'] }, 'tellTracker']);
    expect(JSON.parse(issue.owed ?? '').owed).toHaveLength(1);
  });

  test('is heard under the object’s own key while Tracker is being told that the link is gone', () => {
    const echo = report({ isLinked: false, owed: { wish: 'gone' }, as: 'OLD-7' });
    expect(echo).toMatchObject({ name: 'tellTracker', heard: { key: 'DEMO-1' } });
  });

  test('may be one where we take the key away under another issue, which Tracker may call so by now', () => {
    const elsewhere = { issueKey: 'NEWQ-2', echoes: ['OLD-7'], toldAt: now };
    expect(report({ isLinked: true, owed: elsewhere, as: 'OLD-7' })).toMatchObject({
      body: { removed: [], notLinked: ['DEMO-1'] },
      name: 'tellTracker',
      heard: { issueKey: 'TEST-1', key: 'OLD-7', isAsked: true },
    });
  });

  test('is none where the link is not there: the removal may be meant for the other issue', () => {
    const elsewhere = { issueKey: 'NEWQ-2', echoes: ['OLD-7'], toldAt: now };
    expect(report({ isLinked: false, owed: elsewhere, as: 'OLD-7' })).toMatchObject({
      body: { notLinked: ['DEMO-1'] },
      name: 'settleLinks',
    });
  });

  test.each([
    { what: 'another link, taken away altogether, had the key', owed: { wish: 'gone', echoes: ['OLD-7'] } },
    { what: 'the key was taken away elsewhere long ago', owed: { echoes: ['OLD-7'], toldAt: now - 30_000 } },
    { what: 'another key is taken away elsewhere', owed: { echoes: ['OLD-8'] } },
  ])('is a removal like anybody’s where $what', ({ owed }) => {
    const { body, name } = report({ isLinked: true, owed: { issueKey: 'NEWQ-2', ...owed }, as: 'OLD-7' });
    expect([body, name]).toEqual([{ issueKey: 'TEST-1', removed: ['DEMO-1'], notLinked: [] }, 'settleLinks']);
  });

  test.each([
    { what: 'nothing is owed', isLinked: true, owed: undefined },
    { what: 'another key is taken away', isLinked: true, owed: { echoes: ['OLD-8'] } },
    { what: 'it was told long ago', isLinked: true, owed: { echoes: ['OLD-7'], toldAt: now - 30_000 } },
    { what: 'somebody has linked it again', isLinked: true, owed: { wish: 'gone' } },
    { what: 'Tracker is being told of a new link that is gone', isLinked: false, owed: {} },
    { what: 'Tracker was told that it is gone', isLinked: false, owed: { wish: 'gone', toldAt: now } },
  ])('is a removal like anybody’s where $what', ({ isLinked, owed }) => {
    const { body, name } = report({ isLinked, owed, as: 'OLD-7' });
    expect(name).toBe('settleLinks');
    expect(body).toMatchObject(isLinked ? { removed: ['DEMO-1'] } : { notLinked: ['DEMO-1'] });
  });

  test('without a key is a removal like anybody’s where nothing is taken away', () => {
    expect(report({ isLinked: true, owed: {} })).toMatchObject({
      name: 'settleLinks',
      body: { removed: ['DEMO-1'] },
    });
  });

  test('is one by Tracker alone: what a person removes is removed', () => {
    const issue = linked('DEMO-1');
    issue.owed = JSON.stringify({
      v: 1,
      owed: [{ issueKey: 'TEST-1', wish: 'live', since: 1, attempts: 0, echoes: ['DEMO-1'] }],
    });
    expect(removeLinks(fakeScope([issue]), request)).toMatchObject({
      value: { body: { removed: ['DEMO-1'] } },
    });
  });
});

describe('removing several links at once', () => {
  const several = { issueKeys: ['TEST-3', 'TEST-1', 'TEST-2'], entityIds: undefined };

  test('removes all that are there, each answered for itself and all in one write and one chain', () => {
    const issue = linked('DEMO-1');
    createLinks(fakeScope([issue]), { issueKey: 'TEST-2', entityIds: undefined });
    issue.writes = 0;
    const scope = fakeScope([issue]);
    expect(removeSeveralLinks(scope, several)).toEqual({
      ok: true,
      value: {
        status: 200,
        body: {
          removed: [
            { issueKey: 'TEST-3', removed: [], notLinked: ['DEMO-1'] },
            { issueKey: 'TEST-1', removed: ['DEMO-1'], notLinked: [] },
            { issueKey: 'TEST-2', removed: ['DEMO-1'], notLinked: [] },
          ],
        },
      },
    });
    expect([liveKeys(issue), issue.flag, issue.writes, scope.scheduled.length]).toEqual([[], false, 1, 1]);
    expect(decodeLinks(issue.stored)).toMatchObject({ ok: true });
  });

  test('removes the links of several objects', () => {
    const entities = [linked('DEMO-1'), linked('DEMO-2')];
    const answer = removeSeveralLinks(fakeHost(entities), {
      issueKeys: ['TEST-1'],
      entityIds: idsOf('DEMO-2', 'DEMO-1'),
    });
    expect(answer).toMatchObject({ value: { body: { removed: [{ removed: ['DEMO-2', 'DEMO-1'] }] } } });
    expect(entities.map(liveKeys)).toEqual([[], []]);
  });

  test('is accepted for later where nothing can be written', () => {
    const scope = fakeScope([toReadonly(linked('DEMO-1'))]);
    const scheduled = several.issueKeys.map((issueKey) => ({ issueKey, scheduled: ['DEMO-1'] }));
    expect(removeSeveralLinks(scope, several)).toMatchObject({
      value: { status: 202, body: { removed: scheduled } },
    });
  });

  test('is refused as a whole', () => {
    const entities = [linked('DEMO-1'), fakeEntity({ key: 'DEMO-2', mayChangeLinks: false })];
    const answer = removeSeveralLinks(fakeHost(entities), {
      issueKeys: ['TEST-1'],
      entityIds: idsOf('DEMO-1', 'DEMO-2'),
    });
    expect(answer).toMatchObject({ problem: { reason: 'forbidden', problems: [{ field: 'entityIds[1]' }] } });
    expect(entities.map(({ writes }) => writes)).toEqual([0, 0]);
  });

  test('is refused where one removal finds no room', () => {
    expect(removeSeveralLinks(crowdedScope(), several)).toMatchObject({ problem: { reason: 'no_room' } });
  });
});
