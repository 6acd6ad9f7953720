import type { TrackerIssue } from '../ports/tracker.ts';

/** The issue that has, or once had, this key. */
export function findIssueByKey(issues: readonly TrackerIssue[], issueKey: string): TrackerIssue | undefined {
  return (
    issues.find(({ key }) => key === issueKey) ?? issues.find(({ aliases }) => aliases.includes(issueKey))
  );
}
