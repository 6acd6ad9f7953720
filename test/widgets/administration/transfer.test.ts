import { describe, expect, test } from '@jest/globals';
import type { ImportAnswer, StoredObject } from '../../../src/transfer/transfer-answer.ts';
import { formatBackup, parseBackup, toBackup } from '../../../widgets/administration/transfer/backup-file.ts';
import { renameKeys } from '../../../widgets/administration/transfer/rename-keys.ts';
import { exportEverything, importEverything } from '../../../widgets/administration/transfer/run-transfer.ts';
import { splitObjects } from '../../../widgets/administration/transfer/split-objects.ts';
import type { TransferApi } from '../../../widgets/administration/transfer/transfer-api.ts';

const link = 'TEST-1 +1767225600000 youtrack jane';
const demo: StoredObject = { kind: 'issue', key: 'DEMO-1', links: [link] };

function fakeApi(answers: Partial<TransferApi>): TransferApi {
  const none = async () => ({ ok: false, failure: { kind: 'broken', fields: [] } }) as const;
  return { exportPage: none, importPart: none, ...answers };
}

describe('the file', () => {
  test('is read as it was written, and holds no secret', () => {
    const settings = { serviceAccount: 'робот', trackerAuthorization: '<***>' };
    const file = toBackup([demo], settings, new Date('2026-02-03T04:05:06Z'));
    expect(file).toMatchObject({
      exportedAt: '2026-02-03T04:05:06.000Z',
      settings: { serviceAccount: 'робот' },
    });
    expect(parseBackup(`\uFEFF${formatBackup(file)}`)).toEqual(file);
    expect(formatBackup(file)).not.toContain('trackerAuthorization');
  });

  test.each([
    ['', 'not_json'],
    ['kind,key\nissue,DEMO-1', 'not_json'],
    ['[]', 'foreign'],
    ['{"format":"another","version":1,"objects":[]}', 'foreign'],
    ['{"format":"tracker-links-backup","version":2,"objects":[]}', 'newer'],
    ['{"format":"tracker-links-backup","version":1}', 'damaged'],
    ['{"format":"tracker-links-backup","version":1,"objects":["DEMO-1"]}', 'damaged'],
  ])('%j is none: %s', (text, problem) => {
    expect(parseBackup(text)).toBe(problem);
  });
});

test.each([
  [{ kind: 'issue', key: 'DEMO-12' }, 'SHOP-12'],
  [{ kind: 'issue', key: 'demo-12' }, 'SHOP-12'],
  [{ kind: 'issue', key: 'DEMO2-12' }, 'DEMO2-12'],
  [{ kind: 'article', key: 'DEMO-A-3' }, 'SHOP-A-3'],
  [{ kind: 'project', key: 'DEMO' }, 'SHOP'],
  [{ kind: 'user', key: 'DEMO' }, 'DEMO'],
] as const)('%j of a renamed project is %s now', (object, key) => {
  expect(renameKeys(object, { DEMO: 'SHOP' }).key).toBe(key);
});

test('what is owed for a removed object is renamed with it', () => {
  const removed = { kind: 'issue', key: 'DEMO-9' } as const;
  const owed = [{ issueKey: 'TEST-1', wish: 'gone', since: 1, attempts: 0, removed }] as const;
  const renamed = renameKeys({ kind: 'project', key: 'DEMO', owed }, { DEMO: 'SHOP' });
  expect(renamed.owed).toMatchObject([{ removed: { key: 'SHOP-9' } }]);
});

test('portions stay below what one request takes, and an object with many links comes in parts', () => {
  const links = Array.from({ length: 1_000 }, (_, index) => `МНОГО-${index} +1767225600000 youtrack мария`);
  const many = { kind: 'issue', key: 'DEMO-1', links, identity: { login: 'irina' } } as const;
  const small = Array.from({ length: 120 }, (_, index) => ({ ...demo, key: `DEMO-${index + 2}` }));
  const portions = splitObjects([many, ...small, { kind: 'issue', key: 'X-1', unreadable: ['{oops'] }]);
  const sizes = portions.map((portion) => new TextEncoder().encode(JSON.stringify(portion)).length);
  expect(Math.max(...sizes)).toBeLessThan(60_000);
  expect(Math.max(...portions.map(({ length }) => length))).toBeLessThanOrEqual(50);
  const parts = portions.flat().filter(({ key }) => key === 'DEMO-1');
  expect(parts.flatMap((part) => part.links ?? [])).toEqual(links);
  expect(parts.filter(({ identity }) => identity !== undefined)).toHaveLength(1);
  expect(JSON.stringify(portions)).not.toContain('oops');
});

test('an export asks page after page, for all projects, and has each object once', async () => {
  const asked: string[] = [];
  const projects = Array.from({ length: 150 }, (_, index) => `P${index}`);
  const api = fakeApi({
    exportPage: async (skip, named) => {
      asked.push(`${skip} ${named.length}`);
      const page = skip === 0 ? { objects: [demo], next: 1 } : { objects: [{ ...demo, key: 'DEMO-2' }] };
      return { ok: true, data: { total: 2, ...page } };
    },
  });
  const found = await exportEverything(api, projects, () => undefined);
  expect(asked).toEqual(['0 100', '1 100', '0 50', '1 50']);
  expect(found).toHaveLength(2);
});

test('an import says what would become of it, objects that are not there by their project', async () => {
  const objects = [demo, { ...demo, key: 'OLD-1' }, { ...demo, key: 'OLD-2' }, { ...demo, key: 'DEMO-2' }];
  const told: ImportAnswer['objects'] = [
    { kind: 'issue', key: 'DEMO-1', outcome: 'changed', added: 2, removed: 1 },
    { kind: 'issue', key: 'NEW-1', outcome: 'absent', added: 0, removed: 0 },
    { kind: 'issue', key: 'NEW-2', outcome: 'absent', added: 0, removed: 0 },
    { kind: 'issue', key: 'DEMO-2', outcome: 'same', added: 0, removed: 0, isKept: true },
  ];
  const sent: StoredObject[] = [];
  const api = fakeApi({
    importPart: async (part) => {
      sent.push(...part);
      return { ok: true, data: { objects: told } };
    },
  });
  const summary = await importEverything(api, {
    objects,
    renames: { OLD: 'NEW' },
    dryRun: true,
    onProgress: () => undefined,
  });
  expect(sent.map(({ key }) => key)).toEqual(['DEMO-1', 'NEW-1', 'NEW-2', 'DEMO-2']);
  expect(summary).toEqual({
    changed: 1,
    same: 1,
    added: 2,
    removed: 1,
    kept: ['DEMO-2'],
    unreadable: [],
    full: [],
    absent: new Map([['OLD', ['OLD-1', 'OLD-2']]]),
  });
});

test('what the server cannot read is named by its object', async () => {
  const api = fakeApi({
    importPart: async () => ({
      ok: false,
      failure: { kind: 'malformed', fields: ['objects[1].links', 'dryRun'] },
    }),
  });
  const failure = await importEverything(api, {
    objects: [demo, { ...demo, key: 'DEMO-2' }],
    renames: {},
    dryRun: true,
    onProgress: () => undefined,
  });
  expect(failure).toEqual({ kind: 'malformed', fields: ['DEMO-2 (links)', 'dryRun'] });
});
