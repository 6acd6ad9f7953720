import type { FromTracker, RemoteLink, Tracker, TrackerIssue } from '../../../src/ports/tracker.ts';
import type { TrackerProblem } from '../../../src/protocol/tracker-problem.ts';
import { fail, succeed } from '../../../src/result.ts';

export const issueOrigin = 'com.example.youtrack.issue';
export const articleOrigin = 'com.example.youtrack.article';

/** Tracker in memory, with the links of its issues and all that was asked of it. */
export interface FakeTracker extends Tracker {
  /** What was asked and not put off by a problem of our own making, in words: `list TEST-1`, `create TEST-1 DEMO-1`, `delete TEST-1 3`. */
  readonly calls: string[];
  readonly issues: Map<string, TrackerIssue>;
  /** Remote links by the issue's current key. */
  readonly links: Map<string, readonly RemoteLink[]>;
  /** Makes a remote link as Tracker's own people do. */
  link(issueKey: string, objectKey: string, changes?: Partial<RemoteLink>): void;
  /** Has the next so many calls fail, those alone whose words begin so. */
  failNext(problem: TrackerProblem, times?: number, words?: string): void;
  /** The object keys of an issue's links. */
  keysOf(issueKey: string): readonly string[];
  /** Gives an issue another key; the former one still leads to it. */
  move(issueKey: string, newKey: string): void;
}

interface Fault {
  readonly problem: TrackerProblem;
  readonly words: string;
  left: number;
}

/** @param issueKeys the issues there are */
export function fakeTracker(issueKeys: readonly string[]): FakeTracker {
  const calls: string[] = [];
  const faults: Fault[] = [];
  const issues = new Map<string, TrackerIssue>(issueKeys.map((key) => [key, { key, aliases: [] }]));
  const links = new Map<string, readonly RemoteLink[]>();
  let lastId = 0;

  const find = (issueKey: string) =>
    issues.get(issueKey) ?? [...issues.values()].find(({ aliases }) => aliases.includes(issueKey));

  /** The answer of a call about one issue. */
  function ask<T>(words: string, issueKey: string, work: (issue: TrackerIssue) => T): FromTracker<T> {
    calls.push(words);
    const fault = faults.find((one) => one.left > 0 && words.startsWith(one.words));
    if (fault !== undefined) {
      fault.left -= 1;
      return fail(fault.problem);
    }
    const issue = find(issueKey);
    return issue === undefined ? fail({ kind: 'absent' }) : succeed(work(issue));
  }

  function add(key: string, link: Omit<RemoteLink, 'id'>): undefined {
    lastId += 1;
    links.set(key, [...(links.get(key) ?? []), { id: String(lastId), ...link }]);
  }

  const absent = () => fail({ kind: 'absent' as const });
  return {
    calls,
    issues,
    links,
    link: (issueKey, objectKey, changes = {}) =>
      add(find(issueKey)?.key ?? issueKey, { objectKey, origins: [issueOrigin], ...changes }),
    failNext: (problem, times = 1, words = '') => faults.push({ problem, words, left: times }),
    keysOf: (issueKey) => (links.get(find(issueKey)?.key ?? '') ?? []).map(({ objectKey }) => objectKey),
    move(issueKey, newKey) {
      const { aliases = [], ...issue } = issues.get(issueKey) ?? { key: issueKey };
      issues.delete(issueKey);
      issues.set(newKey, { ...issue, key: newKey, aliases: [...aliases, issueKey] });
      links.set(newKey, links.get(issueKey) ?? []);
    },
    listRemoteLinks: (issueKey) => ask(`list ${issueKey}`, issueKey, ({ key }) => links.get(key) ?? []),
    createRemoteLink: ({ issueKey, objectKey, origin }) =>
      ask(`create ${issueKey} ${objectKey}`, issueKey, ({ key }) =>
        add(key, { objectKey, origins: [origin] }),
      ),
    deleteRemoteLink({ issueKey, linkId }) {
      const found = links.get(find(issueKey)?.key ?? '')?.some(({ id }) => id === linkId) === true;
      const deleted = ask(`delete ${issueKey} ${linkId}`, found ? issueKey : '', ({ key }) => {
        links.set(
          key,
          (links.get(key) ?? []).filter(({ id }) => id !== linkId),
        );
        return undefined;
      });
      return deleted;
    },
    readIssue: (issueKey) => ask(`read ${issueKey}`, issueKey, (issue) => issue),
    findIssues(issueKeys) {
      const found = ask(`find ${issueKeys.join()}`, issues.keys().next().value ?? '', () =>
        issueKeys.flatMap((key) => issues.get(key) ?? []),
      );
      return found.ok
        ? { issues: found.value, unanswered: [] }
        : { issues: [], unanswered: issueKeys, problem: found.problem };
    },
    readMyself: absent,
    listApplications: absent,
    searchIssues: absent,
    listQueues: absent,
    readQueue: absent,
  };
}
