import type { FoundIssues, FromTracker, TrackerIssue, WordSearch } from '../ports/tracker.ts';
import { fail, succeed } from '../result.ts';
import { askTracker, type TrackerLine } from './ask-tracker.ts';
import { parseIssue } from './parse-issue.ts';
import { readEntries } from './read-values.ts';
import { toSummaryQuery } from './summary-query.ts';
import { trackerLimits } from './tracker-limits.ts';

/** Issues by keys: `_search` with 50 keys a request, until all are answered or one request comes to nothing. */
export function findIssues(line: TrackerLine, issueKeys: readonly string[]): FoundIssues {
  const { keysPerSearch } = trackerLimits;
  const wanted = [...new Set(issueKeys)];
  const issues: TrackerIssue[] = [];
  for (let start = 0; start < wanted.length; start += keysPerSearch) {
    const keys = wanted.slice(start, start + keysPerSearch);
    const found = search(line, { keys }, keysPerSearch);
    if (!found.ok) return { issues, unanswered: wanted.slice(start), problem: found.problem };
    issues.push(...found.value);
  }
  return { issues, unanswered: [] };
}

/** Issues by words of their summary; none for a text without words, and Tracker is not asked. */
export function searchIssues(
  line: TrackerLine,
  { text, atMost }: WordSearch,
): FromTracker<readonly TrackerIssue[]> {
  const query = toSummaryQuery(text);
  if (query === undefined) return succeed([]);
  const found = search(line, { query }, atMost);
  return found.ok ? succeed(found.value.slice(0, atMost)) : found;
}

function search(
  line: TrackerLine,
  body: Readonly<Record<string, unknown>>,
  perPage: number,
): FromTracker<readonly TrackerIssue[]> {
  const told = askTracker(line, {
    method: 'POST',
    path: '/v3/issues/_search',
    query: { perPage: String(perPage) },
    body,
    kind: 'search',
  });
  if (!told.ok) return told;
  const issues = readEntries(told.value.json, parseIssue);
  return issues === undefined ? fail({ kind: 'unreadable' }) : succeed(issues);
}
