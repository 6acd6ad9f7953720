import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { handler, writeAll } from './support/handler-text.ts';
import { hasZip, makeSources, type Sources } from './support/make-sources.ts';

let sources: Sources;
beforeEach(() => {
  sources = makeSources();
});
afterEach(() => sources.clear());

/** What may not be built, with the sentence that says so. */
const faults: Readonly<Record<string, { readonly files: Record<string, string>; readonly says: RegExp }>> = {
  'a handler that YouTrack would find nothing in': {
    files: { 'handlers/odd.ts': 'export const handler = {};' },
    says: /odd\.js exports no httpHandler, rule, aiTool/,
  },
  'a handler that requires what YouTrack does not have': {
    files: { 'handlers/odd.ts': handler("import { readFileSync } from 'node:fs';", 'readFileSync') },
    says: /odd\.js requires "node:fs", which YouTrack does not have/,
  },
  'a library that requires what YouTrack does not have': {
    files: {
      'src/links/read.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
      'handlers/issue.ts': handler("import { read } from '../src/links/read.ts';", 'read'),
      'handlers/user.ts': handler("import { read } from '../src/links/read.ts';", 'read'),
    },
    says: /lib-links\.js requires "node:fs"/,
  },
  'a handler that requires another one': {
    files: {
      'handlers/issue.ts': 'export const httpHandler = { endpoints: [] };',
      'handlers/user.ts': handler("import { httpHandler as own } from './issue.ts';", 'own'),
    },
    says: /user\.js requires issue\.js, which is a handler/,
  },
  'a handler that is called like a library': {
    files: { 'handlers/lib-links.ts': 'export const httpHandler = { endpoints: [] };' },
    says: /handlers\/lib-links\.ts may not be called so/,
  },
  'two handlers of one name': {
    files: {
      'handlers/tool-list.ts': 'export const aiTool = {};',
      'handlers/tools/list.ts': 'export const aiTool = {};',
    },
    says: /two handlers would be tool-list\.js/,
  },
  'libraries that require each other': {
    files: {
      'src/links/low.ts': 'export const low = (): number => 1;',
      'src/pages/middle.ts':
        "import { low } from '../links/low.ts';\nexport const middle = (): number => low();",
      'src/links/high.ts':
        "import { middle } from '../pages/middle.ts';\nexport const high = (): number => middle();",
      'handlers/issue.ts': handler("import { high } from '../src/links/high.ts';", 'high'),
      'handlers/user.ts': handler("import { high } from '../src/links/high.ts';", 'high'),
    },
    says: /Circular chunk: lib-(links|pages) -> lib-(links|pages) -> lib-/,
  },
  'a library that YouTrack would take for a handler': {
    files: {
      'src/links/odd.ts': 'export const rule = {};',
      'handlers/issue.ts': handler("import { rule } from '../src/links/odd.ts';", 'rule'),
      'handlers/user.ts': handler("import { rule } from '../src/links/odd.ts';", 'rule'),
    },
    says: /lib-links\.js exports rule: YouTrack would take it for a handler/,
  },
  'two exports of one room with the same name': {
    files: {
      'src/links/one.ts': 'export function format(): number { return 1; }',
      'src/links/other.ts': 'export function format(): number { return 2; }',
      ...Object.fromEntries(
        ['issue', 'user'].map((name) => [
          `handlers/${name}.ts`,
          handler(
            "import { format } from '../src/links/one.ts';\nimport { format as other } from '../src/links/other.ts';",
            '() => format() + other()',
          ),
        ]),
      ),
    },
    says: /lib-links\.js would export format\$1/,
  },
  'info that loads what only administrators need': {
    files: {
      'src/administration/audit.ts': 'export const audit = (): number => 1;',
      'src/showing/show.ts':
        "import { audit } from '../administration/audit.ts';\nexport const show = (): number => audit();",
      'handlers/issue.ts': handler("import { show } from '../src/showing/show.ts';", 'show'),
      'handlers/user.ts': handler("import { show } from '../src/showing/show.ts';", 'show'),
    },
    says: /issue\.js answers info, but loads src\/administration before it can/,
  },
  'info that loads what only tells Tracker': {
    files: {
      'src/tracker/ask.ts': 'export const ask = (): number => 1;',
      'handlers/issue.ts': handler("import { ask } from '../src/tracker/ask.ts';", 'ask'),
    },
    says: /issue\.js answers info, but loads src\/tracker before it can/,
  },
  'info that loads much before it can be answered': {
    files: {
      'src/links/much.ts': `export const much = (): string => '${'ё'.repeat(20_000)}';`,
      'handlers/issue.ts': handler("import { much } from '../src/links/much.ts';", 'much'),
      'handlers/user.ts': handler("import { much } from '../src/links/much.ts';", 'much'),
    },
    says: /issue\.js answers info, but loads 40\d{3} bytes before it can/,
  },
  'two files with the same export in a room that is loaded later': {
    files: {
      'src/mirroring/one.ts': 'export const tell = (): number => 1;',
      'src/mirroring/two.ts': 'export const tell = (): number => 2;',
      'handlers/issue.ts': handler(
        'declare function require(path: string): unknown;',
        "() => [require('../src/mirroring/one.ts'), require('../src/mirroring/two.ts')]",
      ),
    },
    says: /is no library of a room/,
  },
  'a script that fails while it is loaded': {
    files: { 'handlers/odd.ts': handler('', '(() => process.pid)()') },
    says: /odd\.js fails while it is loaded: ReferenceError: process is not defined/,
  },
  'a script that is too large': {
    files: { 'handlers/odd.ts': handler('', `() => '${'ё'.repeat(30_000)}'`) },
    says: /odd\.js is 60\d{3} bytes, but a script must stay below 60000/,
  },
  'scripts that are too large together': {
    files: Object.fromEntries(
      ['one', 'two', 'six', 'ten', 'more', 'next', 'last'].map((name) => [
        `handlers/${name}.ts`,
        handler('', `() => '${'ё'.repeat(25_000)}'`),
      ]),
    ),
    says: /all scripts are \d+ bytes, but must stay below 310000/,
  },
  'an import that its file does not export': {
    files: {
      'src/links/one.ts': 'export const one = 1;',
      'handlers/issue.ts': handler("import { other } from '../src/links/one.ts';", 'other'),
    },
    says: /"other" is not exported by ".*one\.ts"/,
  },
};

describe('building fails, in one line and without a zip, for', () => {
  test.each(Object.entries(faults))('%s', (_, { files, says }) => {
    writeAll(sources, files);
    const { status, stderr } = sources.build();
    expect(status).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(hasZip(sources)).toBe(false);
  });
});
