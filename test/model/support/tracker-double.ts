import type { RemoteLink, Tracker } from '../../../src/ports/tracker.ts';
import { fail, succeed } from '../../../src/result.ts';

/** Tracker as it should be: it answers at once, and makes a link as often as it is told to. */
export interface TrackerDouble extends Tracker {
  /** Keys of the objects an issue is linked to. */
  linkedTo(issueKey: string): readonly string[];
}

/** @param failing asked before each request whether Tracker fails at it */
export function createTrackerDouble(failing: () => boolean = () => false): TrackerDouble {
  const links = new Map<string, RemoteLink[]>();
  let lastId = 0;
  const absent = () => fail({ kind: 'absent' as const });
  const unreachable = fail({ kind: 'unreachable' as const });
  const of = (issueKey: string) => links.get(issueKey) ?? [];
  return {
    linkedTo: (issueKey) => of(issueKey).map(({ objectKey }) => objectKey),
    listRemoteLinks: (issueKey) => (failing() ? unreachable : succeed([...of(issueKey)])),
    createRemoteLink({ issueKey, objectKey, origin }) {
      if (failing()) return unreachable;
      lastId += 1;
      links.set(issueKey, [...of(issueKey), { id: String(lastId), objectKey, origins: [origin] }]);
      return succeed(undefined);
    },
    deleteRemoteLink({ issueKey, linkId }) {
      if (failing()) return unreachable;
      const rest = of(issueKey).filter(({ id }) => id !== linkId);
      if (rest.length === of(issueKey).length) return absent();
      links.set(issueKey, rest);
      return succeed(undefined);
    },
    readMyself: absent,
    listApplications: absent,
    readIssue: absent,
    findIssues: () => ({ issues: [], unanswered: [] }),
    searchIssues: absent,
    listQueues: absent,
    readQueue: absent,
  };
}
