import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { parsePeriod } from '../../sandbox/src/api/period.ts';
import { createPackage } from '../../sandbox/src/apps/create-package.ts';
import { readZip } from '../../sandbox/src/apps/read-zip.ts';
import { writeZip } from '../../sandbox/src/apps/write-zip.ts';
import { parseQuartz } from '../../sandbox/src/realm/quartz.ts';
import { checkWorldFile } from '../../sandbox/src/world/check-world-file.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { decodeOwed } from '../../src/links/owed-codec.ts';
import { findServerOfPage } from '../../src/protocol/addresses.ts';
import { findEntityKeys, parseEntityKeys } from '../../src/protocol/parse-entity-key.ts';
import { parseTrackerIssueKey } from '../../src/protocol/tracker-issue-key.ts';
import { parseBaseUrl } from '../../src/registration/base-url.ts';
import { classifyAnswer } from '../../src/tracker/classify-answer.ts';
import { parseApplication, parseQueue } from '../../src/tracker/parse-directory.ts';
import { parseIssue } from '../../src/tracker/parse-issue.ts';
import { parseRemoteLink } from '../../src/tracker/parse-remote-link.ts';
import { readObject } from '../../src/tracker/read-values.ts';
import { toSummaryQuery } from '../../src/tracker/summary-query.ts';
import { parseSettleState } from '../../src/writing/settle-state.ts';
import { parseTellState } from '../../src/writing/tell-state.ts';
import { toTextQueries } from '../../src/youtrack/search-issues.ts';
import { readPaste } from '../../widgets/shared/pasting/read-paste.ts';
import { type Recipe, recipes, toHostileJson, toHostileText } from './hostile-texts.ts';

/** What 64 KiB may take, whoever sent them, of this process's own time: what takes its square takes many seconds. */
const mostMs = 500;
const runs = 150;
const allRunsMs = 600_000;

const key = { kind: undefined, serverAddress: () => 'http://youtrack.example' };
const ofKind = { ...key, kind: 'issue' } as const;

const ofTexts: Readonly<Record<string, (text: string) => unknown>> = {
  'a Tracker key': parseTrackerIssueKey,
  'keys of objects': (text) => parseEntityKeys(text, key),
  'keys of issues': (text) => parseEntityKeys(text, ofKind),
  'keys in what is searched for': (text) => findEntityKeys(text, key),
  "a page's address": findServerOfPage,
  "the server's address": parseBaseUrl,
  'what is pasted': (text) => readPaste(text, { queues: new Set(['TEST']), projects: new Set(['DEMO']) }),
  'words for YouTrack': toTextQueries,
  'words for Tracker': toSummaryQuery,
  'stored links': decodeLinks,
  'what is owed': decodeOwed,
  'the state of a look': parseSettleState,
  'the state of telling': parseTellState,
  'an answer of Tracker': (text) => classifyAnswer({ status: 200, text, headers: [] }, 0),
  'a refusal of Tracker': (text) =>
    classifyAnswer({ status: 429, text, headers: [{ name: 'Retry-After', value: text }] }, 0),
  'a period': parsePeriod,
  'a schedule': parseQuartz,
  'a zip': (text) => readZip(strToU8(text)),
};

const ofJson: Readonly<Record<string, (json: unknown) => unknown>> = {
  'stored links': (json) => decodeLinks(JSON.stringify({ v: 1, links: json })),
  'stored links one by one': (json) => decodeLinks(JSON.stringify({ v: 1, links: [json] })),
  'what is owed': (json) =>
    decodeOwed(JSON.stringify({ v: 1, owed: [{ issueKey: 'TEST-1', problem: json }] })),
  'the state of a look': (json) => parseSettleState(JSON.stringify({ entities: json })),
  "Tracker's issue": (json) => parseIssue({ key: 'TEST-1', summary: json, status: json, aliases: json }),
  "Tracker's remote link": (json) => parseRemoteLink({ id: 1, object: readObject(json), type: json }),
  "Tracker's application and queue": (json) => [parseApplication({ id: json }), parseQueue({ key: json })],
  'a refusal of Tracker': (json) =>
    classifyAnswer(
      { status: 422, headers: [], text: JSON.stringify({ errors: json, errorMessages: json }) },
      0,
    ),
  'a world': (json) => checkWorldFile({ issues: json, users: [json], apps: { x: json } }),
  'the manifest of a package': (json) =>
    packageOf({ 'manifest.json': { name: 'x', widgets: json, title: json } }),
  'settings of a package': (json) =>
    packageOf({ 'manifest.json': { name: 'x' }, 'settings.json': { properties: json } }),
  'properties of a package': (json) =>
    packageOf({ 'manifest.json': { name: 'x' }, 'entity-extensions.json': { entityTypeExtensions: json } }),
};

function packageOf(json: Readonly<Record<string, unknown>>) {
  const files = new Map(Object.entries(json).map(([name, value]) => [name, strToU8(JSON.stringify(value))]));
  return createPackage(readZip(writeZip(files)), new Uint8Array());
}

describe('64 KiB of anything are read, or refused, in time', () => {
  test.each(Object.entries(ofTexts))('%s', (_, read) => expectQuick(toHostileText, read), allRunsMs);
  test.each(Object.entries(ofJson))('JSON of %s', (_, read) => expectQuick(toHostileJson, read), allRunsMs);
});

function expectQuick<T>(make: (recipe: Recipe) => T, read: (value: T) => unknown): void {
  fc.assert(
    fc.property(recipes, (recipe) => expect(leastMs(read, make(recipe))).toBeLessThan(mostMs)),
    { numRuns: runs },
  );
}

/** Of up to five tries the quickest: memory is tidied up in one of them, never in all. */
function leastMs<T>(read: (value: T) => unknown, value: T): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least >= mostMs; tries += 1) {
    const start = process.cpuUsage();
    try {
      read(value);
    } catch (error) {
      // What is refused has been read as well; what is no refusal is a fault of ours.
      if (error instanceof TypeError || error instanceof RangeError) throw error;
    }
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
