import type { TrackerIssue } from '../ports/tracker.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import { isTrackerIssueKey } from '../protocol/tracker-issue-key.ts';
import { readDay, readDisplay, readId, readMoment, readText } from './read-values.ts';
import { trackerLimits } from './tracker-limits.ts';

/** An issue as Tracker's page "Get issue parameters" describes it; undefined without a key that can be stored. */
export function parseIssue(issue: JsonObject): TrackerIssue | undefined {
  const key = readId(issue.key);
  if (key === undefined || !isTrackerIssueKey(key)) return undefined;
  return { key, aliases: readAliases(issue.aliases, key), ...readShown(issue) };
}

function readShown(issue: JsonObject): Omit<TrackerIssue, 'key' | 'aliases'> {
  const summary = readText(issue.summary, trackerLimits.summaryCharacters);
  const status = readDisplay(issue.status);
  const resolution = readDisplay(issue.resolution);
  const assignee = readDisplay(issue.assignee);
  const deadline = readDay(issue.deadline);
  const updatedAt = readMoment(issue.updatedAt);
  return {
    ...(summary !== undefined && { summary }),
    ...(status !== undefined && { status }),
    ...(resolution !== undefined && { resolution }),
    ...(assignee !== undefined && { assignee }),
    ...(deadline !== undefined && { deadline }),
    ...(updatedAt !== undefined && { updatedAt }),
  };
}

function readAliases(value: unknown, key: string): readonly string[] {
  if (!Array.isArray(value)) return [];
  const keys = value
    .slice(0, trackerLimits.aliases)
    .filter((alias: unknown): alias is string => typeof alias === 'string' && isTrackerIssueKey(alias));
  return [...new Set(keys)].filter((alias) => alias !== key);
}
