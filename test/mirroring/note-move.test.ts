import { expect, test } from '@jest/globals';
import { noteMove } from '../../src/mirroring/note-move.ts';
import { tellTracker } from '../../src/mirroring/tell-tracker.ts';
import type { RemoteLink, Tracker } from '../../src/ports/tracker.ts';
import { fail, succeed } from '../../src/result.ts';
import { fakeEntity, fakeHost, settings } from '../support/fake-host.ts';

const origin = 'com.example.youtrack.issue';
const connected = {
  ...settings,
  mirroring: { isConnected: true, applications: { issue: origin }, detailsFor: 'nobody' as const },
};

/** Tracker with the links of one issue. */
function fakeTracker(links: RemoteLink[], onDelete: () => void): Tracker {
  const absent = () => fail({ kind: 'absent' as const });
  return {
    readMyself: absent,
    listApplications: absent,
    listRemoteLinks: () => succeed([...links]),
    createRemoteLink({ objectKey }) {
      links.push({ id: String(links.length + 1), objectKey, origins: [origin] });
      return succeed(undefined);
    },
    deleteRemoteLink({ linkId }) {
      onDelete();
      links.splice(
        links.findIndex(({ id }) => id === linkId),
        1,
      );
      return succeed(undefined);
    },
    readIssue: absent,
    findIssues: () => ({ issues: [], unanswered: [] }),
    searchIssues: absent,
    listQueues: absent,
    readQueue: absent,
  };
}

test('a move is told though another transaction has undone that it was noted', () => {
  const links = [{ id: '1', objectKey: 'DEMO-1', origins: [origin] }];
  const stored = '{"v":1,"links":["TEST-1 +1767225500000 youtrack jane"]}';
  const entity = fakeEntity({ key: 'OPS-1', formerKeys: ['DEMO-1'], stored });
  const host = fakeHost([entity], { settings: connected });
  noteMove(host, entity, 'DEMO-1');
  Object.assign(entity, { owed: undefined, owes: undefined });

  const announced: boolean[] = [];
  for (let call = host.scheduled.shift(); call !== undefined; call = host.scheduled.shift()) {
    const committed = entity.owed;
    const onDelete = () => announced.push(committed?.includes('"echoes":["DEMO-1"]') ?? false);
    tellTracker(host, call.state, fakeTracker(links, onDelete));
  }
  expect(links.map(({ objectKey }) => objectKey)).toEqual(['OPS-1']);
  // Tracker reports the removal, and what is written down by then tells it from anybody else's.
  expect(announced).toEqual([true]);
  expect(entity.owes).toBe(false);
});
