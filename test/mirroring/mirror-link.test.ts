import { describe, expect, test } from '@jest/globals';
import { openConversation } from '../../src/mirroring/conversation.ts';
import {
  mirrorLink,
  toMirroredObject,
  toRemovedObject,
  type WantedLink,
} from '../../src/mirroring/mirror-link.ts';
import { fakeEntity, fakeHost } from '../support/fake-host.ts';
import { fakeTracker, issueOrigin } from './support/fake-tracker.ts';

const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'] });
const object = toMirroredObject(fakeHost([entity, fakeEntity({ key: 'DEMO-2' })]), entity);
const nothing = { hasChanged: false, deleted: [], unannounced: [] };

function open() {
  const tracker = fakeTracker(['TEST-1', 'NEWQ-1']);
  const mirror = (changes: Partial<WantedLink> = {}) =>
    mirrorLink(openConversation(tracker, { now: () => 0 }), {
      ...{ issueKey: 'TEST-1', wish: 'live', origin: issueOrigin, announced: [], object, elsewhere: [] },
      ...changes,
    });
  return { tracker, mirror };
}

describe('a link that should be', () => {
  test('is made where it is not, besides what others have', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'DEMO-2');
    tracker.link('TEST-1', 'OPS-1', { origins: ['ru.example.other'] });
    expect(mirror()).toEqual({ ok: true, value: { ...nothing, hasChanged: true } });
    expect(tracker.keysOf('TEST-1')).toEqual(['DEMO-2', 'OPS-1', 'OPS-1']);
  });

  test('is left as it is, whatever its letter case', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'ops-1');
    expect(mirror()).toEqual({ ok: true, value: nothing });
    expect(tracker.calls).toEqual(['list TEST-1']);
  });

  test('under a former key gives way to one under the current key only when that was announced', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'DEMO-1');
    expect(mirror()).toEqual({ ok: true, value: { ...nothing, hasChanged: true, unannounced: ['DEMO-1'] } });
    expect(tracker.keysOf('TEST-1')).toEqual(['DEMO-1', 'OPS-1']);
    expect(mirror({ announced: ['X-1', 'demo-1'] })).toEqual({
      ok: true,
      value: { hasChanged: true, deleted: ['DEMO-1'], unannounced: [] },
    });
    expect(tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
  });

  test('of equal ones the oldest stays, by its number', () => {
    const { tracker, mirror } = open();
    for (const id of ['100', '99', '98', '101'])
      tracker.link('TEST-1', id === '98' ? 'ops-1' : 'OPS-1', { id });
    expect(mirror({ announced: ['OPS-1'] })).toEqual({
      ok: true,
      value: { hasChanged: true, deleted: ['OPS-1', 'OPS-1', 'OPS-1'], unannounced: [] },
    });
    expect(tracker.links.get('TEST-1')).toEqual([{ id: '98', objectKey: 'ops-1', origins: [issueOrigin] }]);
  });

  test.each([[['11', '12', '13']], [['12', '11', '13']], [['12', '13', '11']], [['13', '12', '11']]])(
    'of %j the smallest number is the oldest, wherever it stands',
    (ids) => {
      const { tracker, mirror } = open();
      for (const id of ids) tracker.link('TEST-1', 'OPS-1', { id });
      mirror({ announced: ['OPS-1'] });
      expect(tracker.links.get('TEST-1')?.map(({ id }) => id)).toEqual(['11']);
    },
  );

  test.each([['first'], ['last']])('one that has no number is the oldest, though it stands %s', (place) => {
    const { tracker, mirror } = open();
    const link = { objectKey: 'OPS-1', origins: [issueOrigin] };
    const numbered = { ...link, id: '1' };
    tracker.links.set('TEST-1', place === 'first' ? [link, numbered] : [numbered, link]);
    mirror({ announced: ['OPS-1'] });
    expect(tracker.links.get('TEST-1')).toEqual([link]);
  });

  test('is a problem where the issue is not there, or the link cannot be made', () => {
    const { tracker, mirror } = open();
    expect(mirror({ issueKey: 'NOPE-1' })).toEqual({ ok: false, problem: { kind: 'absent' } });
    tracker.link('TEST-1', 'DEMO-1');
    tracker.failNext({ kind: 'locked' }, 1, 'create');
    expect(mirror({ announced: ['DEMO-1'] })).toEqual({ ok: false, problem: { kind: 'locked' } });
    expect(tracker.keysOf('TEST-1')).toEqual(['DEMO-1']);
  });
});

describe('a link that should be gone', () => {
  test('goes under every key of the object, announced or not', () => {
    const { tracker, mirror } = open();
    for (const key of ['DEMO-1', 'OPS-1', 'DEMO-2', 'ж-1']) tracker.link('TEST-1', key);
    expect(mirror({ wish: 'gone' })).toEqual({
      ok: true,
      value: { hasChanged: true, deleted: ['DEMO-1', 'OPS-1'], unannounced: [] },
    });
    expect(tracker.keysOf('TEST-1')).toEqual(['DEMO-2', 'ж-1']);
  });

  test('changes nothing where it is not there, nor where the issue is not', () => {
    const { tracker, mirror } = open();
    expect(mirror({ wish: 'gone', elsewhere: ['NEWQ-1'] })).toEqual({ ok: true, value: nothing });
    expect(mirror({ wish: 'gone', issueKey: 'NOPE-1' })).toEqual({ ok: true, value: nothing });
    expect(tracker.calls).toEqual(['list TEST-1', 'list NOPE-1']);
  });

  test('is a problem where Tracker does not say what links there are', () => {
    const { tracker, mirror } = open();
    tracker.failNext({ kind: 'forbidden' });
    expect(mirror({ wish: 'gone' })).toEqual({ ok: false, problem: { kind: 'forbidden' } });
  });

  test('stays where the object is linked to the same issue under another key', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'OPS-1');
    tracker.move('TEST-1', 'MOVED-1');
    expect(mirror({ wish: 'gone', elsewhere: ['NEWQ-1', 'MOVED-1'] })).toEqual({ ok: true, value: nothing });
    expect(mirror({ wish: 'gone', issueKey: 'MOVED-1', elsewhere: ['TEST-1'] })).toEqual({
      ok: true,
      value: nothing,
    });
    expect(mirror({ wish: 'gone', elsewhere: ['NEWQ-1'] })).toMatchObject({ value: { deleted: ['OPS-1'] } });
  });

  test('waits where that cannot be asked, and goes where the issue is no longer there', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'OPS-1');
    tracker.failNext({ kind: 'timeout' }, 1, 'read');
    expect(mirror({ wish: 'gone', elsewhere: ['NEWQ-1'] })).toEqual({
      ok: false,
      problem: { kind: 'timeout' },
    });
    expect(tracker.keysOf('TEST-1')).toEqual(['OPS-1']);
    tracker.failNext({ kind: 'absent' }, 1, 'read');
    expect(mirror({ wish: 'gone', elsewhere: ['NEWQ-1'] })).toMatchObject({ value: { hasChanged: true } });
  });
});

describe('taking links away', () => {
  const both = { wish: 'gone' } as const;

  function openTwo() {
    const opened = open();
    opened.tracker.link('TEST-1', 'OPS-1');
    opened.tracker.link('TEST-1', 'OPS-1');
    return opened;
  }

  test('stops at a problem', () => {
    const { tracker, mirror } = openTwo();
    tracker.failNext({ kind: 'failing' }, 1, 'delete');
    expect(mirror(both)).toEqual({ ok: false, problem: { kind: 'failing' } });
    expect(tracker.keysOf('TEST-1')).toHaveLength(2);
  });

  test('does not mind that somebody was faster', () => {
    const { tracker, mirror } = openTwo();
    const { deleteRemoteLink } = tracker;
    tracker.deleteRemoteLink = (place) => {
      deleteRemoteLink(place);
      return deleteRemoteLink(place);
    };
    expect(mirror(both)).toEqual({
      ok: true,
      value: { hasChanged: true, deleted: ['OPS-1', 'OPS-1'], unannounced: [] },
    });
    expect(tracker.calls.at(-1)).toBe('list TEST-1');
  });

  test('does not believe that a link is gone which is still listed', () => {
    const { tracker, mirror } = openTwo();
    tracker.failNext({ kind: 'absent' }, 1, 'delete');
    expect(mirror(both)).toEqual({ ok: false, problem: { kind: 'conflict' } });
  });

  test('cannot tell where the list cannot be had again; where the issue is gone, so are its links', () => {
    const { tracker, mirror } = openTwo();
    const { listRemoteLinks } = tracker;
    const answers = [() => listRemoteLinks('TEST-1'), () => listRemoteLinks('NOPE-1')];
    tracker.failNext({ kind: 'absent' }, 2, 'delete');
    tracker.listRemoteLinks = () => answers.shift()?.() ?? { ok: false, problem: { kind: 'timeout' } };
    expect(mirror(both)).toMatchObject({ ok: true, value: { deleted: ['OPS-1', 'OPS-1'] } });
    answers.push(() => listRemoteLinks('TEST-1'));
    tracker.failNext({ kind: 'absent' }, 2, 'delete');
    expect(mirror(both)).toEqual({ ok: false, problem: { kind: 'timeout' } });
  });

  test('asks no more where every deletion was answered', () => {
    const { tracker, mirror } = openTwo();
    mirror(both);
    expect(tracker.calls).toEqual(['list TEST-1', 'delete TEST-1 1', 'delete TEST-1 2']);
  });

  test('takes nothing for a link that is still listed which has no number', () => {
    const { tracker, mirror } = open();
    tracker.link('TEST-1', 'OPS-1');
    const { deleteRemoteLink } = tracker;
    tracker.deleteRemoteLink = (place) => {
      tracker.links.set('TEST-1', [{ objectKey: 'DEMO-2', origins: [issueOrigin] }]);
      return deleteRemoteLink(place);
    };
    expect(mirror(both)).toMatchObject({ ok: true, value: { deleted: ['OPS-1'] } });
  });

  test('cannot be done to a link of which Tracker does not say what it is deleted by', () => {
    const { tracker, mirror } = open();
    tracker.links.set('TEST-1', [{ objectKey: 'OPS-1', origins: [issueOrigin] }]);
    expect(mirror(both)).toEqual({ ok: false, problem: { kind: 'unreadable' } });
  });
});

test('an object is meant by its current key in any letter case and by its former ones, by no other and by no nonsense', () => {
  const meant = ['ops-1', 'DEMO-1', 'demo-1', 'DEMO-2', 'NOPE-1', '', 'Ж'].filter(object.isMeantBy);
  expect([object.key, meant]).toEqual(['OPS-1', ['ops-1', 'DEMO-1', 'demo-1']]);
});

test('an object that is gone is meant by its last key alone', () => {
  const gone = toRemovedObject({ kind: 'issue', key: 'OPS-1' });
  expect([gone.key, ['ops-1', 'DEMO-1'].filter(gone.isMeantBy)]).toEqual(['OPS-1', ['ops-1']]);
});

test('a key means an object of its own kind alone', () => {
  const user = fakeEntity({ kind: 'user', key: 'jane' });
  const project = fakeEntity({ kind: 'project', key: 'jane' });
  const { isMeantBy } = toMirroredObject(fakeHost([user, project, fakeEntity({ key: 'JANE-1' })]), user);
  expect(['Jane', 'user:jane', 'JANE-1', 'project:jane'].filter(isMeantBy)).toEqual(['Jane', 'user:jane']);
});
