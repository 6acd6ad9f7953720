import type { FromTracker, Tracker } from '../ports/tracker.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import { fail, succeed } from '../result.ts';
import { askTracker, type Question, type TrackerLine } from './ask-tracker.ts';
import { findIssues, searchIssues } from './find-issues.ts';
import { listQueues } from './list-queues.ts';
import { parseAccount, parseApplication, parseQueue } from './parse-directory.ts';
import { parseIssue } from './parse-issue.ts';
import { parseRemoteLink } from './parse-remote-link.ts';
import { readEntries, readObject } from './read-values.ts';

/** Tracker's REST API, version 3, over any transport. Nothing is thrown, nothing is asked twice. */
export function createTracker(line: TrackerLine): Tracker {
  return {
    readMyself: () => read(line, '/v3/myself', parseAccount),
    listApplications: () => read(line, '/v3/applications', listOf(parseApplication)),
    listRemoteLinks: (issueKey) => read(line, linksPath(issueKey), listOf(parseRemoteLink)),
    createRemoteLink: ({ issueKey, origin, objectKey }) =>
      change(line, {
        method: 'POST',
        path: linksPath(issueKey),
        body: { relationship: 'RELATES', key: objectKey, origin },
      }),
    deleteRemoteLink: ({ issueKey, linkId }) =>
      change(line, { method: 'DELETE', path: `${linksPath(issueKey)}/${encodeURIComponent(linkId)}` }),
    readIssue: (issueKey) => read(line, issuePath(issueKey), oneOf(parseIssue)),
    findIssues: (issueKeys) => findIssues(line, issueKeys),
    searchIssues: (search) => searchIssues(line, search),
    listQueues: () => listQueues(line),
    readQueue: (queueKey) => read(line, `/v3/queues/${encodeURIComponent(queueKey)}`, oneOf(parseQueue)),
  };
}

/** A GET whose answer has to make sense. */
function read<T>(line: TrackerLine, path: string, parse: (json: unknown) => T | undefined): FromTracker<T> {
  const told = askTracker(line, { method: 'GET', path });
  if (!told.ok) return told;
  const value = parse(told.value.json);
  return value === undefined ? fail({ kind: 'unreadable' }) : succeed(value);
}

/** A request that changes something: Tracker's yes is enough. */
function change(line: TrackerLine, question: Question): FromTracker<undefined> {
  const told = askTracker(line, question);
  return told.ok ? succeed(undefined) : told;
}

function listOf<T>(parse: (entry: JsonObject) => T | undefined): (json: unknown) => readonly T[] | undefined {
  return (json) => readEntries(json, parse);
}

function oneOf<T>(parse: (entry: JsonObject) => T | undefined): (json: unknown) => T | undefined {
  return (json) => parse(readObject(json));
}

function issuePath(issueKey: string): string {
  return `/v3/issues/${encodeURIComponent(issueKey)}`;
}

function linksPath(issueKey: string): string {
  return `${issuePath(issueKey)}/remotelinks`;
}
