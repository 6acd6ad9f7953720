import type { TrackerIssue } from './issue-book.ts';
import type { TrackerStore } from './tracker-store.ts';

/** The highest version of an issue that can still be edited (Tracker's page "Possible response codes", 423). */
const lastVersion = { robot: 10_100, person: 11_100 };

/** Whether an issue has been changed too often for this user to change it once more. */
export function isLocked(store: TrackerStore, issue: TrackerIssue, login: string): boolean {
  const isRobot = store.findUser(login)?.isRobot ?? false;
  return issue.version >= lastVersion[isRobot ? 'robot' : 'person'];
}
