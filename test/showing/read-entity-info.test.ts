import { describe, expect, test } from '@jest/globals';
import { fail } from '../../src/result.ts';
import { readInfoByKey } from '../../src/showing/read-entity-info.ts';
import { readOwnInfo } from '../../src/showing/read-own-info.ts';
import { fakeEntity, fakeHost, fakeProject, fakeScope, fakeStore, settings } from '../support/fake-host.ts';
import { keyOf } from '../support/keys.ts';

const facts = {
  summary: 'Кнопка «Войти» не нажимается',
  status: { name: 'Fixed', description: 'Done for good' },
  isResolved: true,
  assignee: { login: 'jane-in-tracker', trackerUid: '17' },
  updatedAt: 1_767_225_600_000,
  deadlineAt: 1_767_312_000_000,
};

function issue(changes: object = {}) {
  return fakeEntity({ key: 'DEMO-1', projectKey: 'DEMO', facts, ...changes });
}

function body(result: ReturnType<typeof readOwnInfo>) {
  return result.ok ? result.value.body : result.problem;
}

describe('info', () => {
  test('has exactly the fields of the protocol', () => {
    expect(body(readOwnInfo(fakeScope([issue()])))).toEqual({
      key: 'DEMO-1',
      summary: 'Кнопка «Войти» не нажимается',
      status: { name: 'Fixed', description: 'Done for good' },
      resolution: { name: 'Fixed', description: 'Done for good' },
      assignee: { login: 'jane-in-tracker', trackerUid: 17 },
      updated: '2026-01-01T00:00:00.000+0000',
      deadline: '2026-01-02T00:00:00.000+0000',
    });
  });

  test('tells of the assignee every identity that is kept, uids as numbers', () => {
    const assignee = { passportUid: '1130000012345678', trackerUid: '8000000000000017' };
    expect(body(readOwnInfo(fakeScope([issue({ facts: { assignee } })])))).toMatchObject({
      assignee: { passportUid: 1_130_000_012_345_678, trackerUid: 8_000_000_000_000_017 },
    });
  });

  test('leaves out whatever has no value', () => {
    const empty = issue({ facts: { summary: 'x', isResolved: false } });
    expect(body(readOwnInfo(fakeScope([empty])))).toEqual({ key: 'DEMO-1', summary: 'x' });
  });

  test('has a summary even where the object has none', () => {
    expect(body(readOwnInfo(fakeScope([issue({ facts: {} })])))).toEqual({
      key: 'DEMO-1',
      summary: 'DEMO-1',
    });
  });

  test('has no resolution while the issue is unresolved', () => {
    const open = issue({ facts: { ...facts, isResolved: false } });
    expect(body(readOwnInfo(fakeScope([open])))).not.toHaveProperty('resolution');
  });

  test.each([
    [true, 'https://example.com/done.svg'],
    [false, 'https://example.com/open.svg'],
  ])('of an issue that is resolved: %j has the icon %s', (isResolved, iconUrl) => {
    const icons = {
      resolvedIconUrl: 'https://example.com/done.svg',
      unresolvedIconUrl: 'https://example.com/open.svg',
    };
    const scope = fakeScope([issue({ facts: { ...facts, isResolved } })], {
      settings: { ...settings, ...icons },
    });
    expect(body(readOwnInfo(scope))).toHaveProperty('iconUrl', iconUrl);
  });

  test.each([
    'http://example.com/done.svg',
    'javascript:alert(1)',
    'data:image/svg+xml,x',
    '/done.svg',
    'https://a b/',
  ])('has no icon at %s: Tracker shows what https brings alone', (resolvedIconUrl) => {
    const scope = fakeScope([issue({ facts: { ...facts, isResolved: true } })], {
      settings: { ...settings, resolvedIconUrl },
    });
    expect(body(readOwnInfo(scope))).not.toHaveProperty('iconUrl');
  });

  test('of a resolved issue has a resolution though its status says nothing', () => {
    const bare = issue({ facts: { summary: 'x', isResolved: true } });
    expect(body(readOwnInfo(fakeScope([bare])))).toEqual({
      key: 'DEMO-1',
      summary: 'x',
      resolution: { name: 'Resolved' },
    });
  });

  test('asks an issue for the fields of its project, and nothing else for any', () => {
    const asked: unknown[] = [];
    const describe = (names: unknown) => {
      asked.push(names);
      return facts;
    };
    const project = fakeProject('DEMO', {
      types: { Стадия: 'state[1]', Assignee: 'string', 'due date': 'date' },
    });
    for (const kind of ['issue', 'article', 'project'] as const)
      readOwnInfo(fakeScope([{ ...fakeEntity({ kind, key: 'DEMO-1', project }), describe }]));
    const names = { status: 'Стадия', deadline: 'due date', assignee: undefined };
    expect(asked).toEqual([names, undefined, undefined]);
  });

  test('of what cannot be resolved has no icon', () => {
    const article = fakeEntity({ kind: 'article', key: 'DEMO-A-1', facts: { summary: 'x' } });
    const scope = fakeScope([article], {
      settings: { ...settings, unresolvedIconUrl: 'https://example.com/open.svg' },
    });
    expect(body(readOwnInfo(scope))).toEqual({ key: 'DEMO-A-1', summary: 'x' });
  });

  test('under the disclosure "status" hides the summary and nothing else', () => {
    const scope = fakeScope([issue()], { settings: { ...settings, disclosure: 'status' } });
    const shown = body(readOwnInfo(scope));
    expect(shown).toMatchObject({
      summary: 'DEMO-1',
      status: { name: 'Fixed' },
      deadline: expect.any(String),
    });
  });

  test('of a project whose disclosure is no text says nothing but the key', () => {
    const store = { ...fakeStore({}), readText: () => fail('[full]') };
    const scope = fakeScope([issue({ project: fakeProject('DEMO', { store }) })]);
    expect(body(readOwnInfo(scope))).toEqual({ key: 'DEMO-1', summary: 'DEMO-1' });
  });

  test('under the disclosure "key" says nothing but the key', () => {
    const scope = fakeScope([issue()], { settings: { ...settings, disclosure: 'key' } });
    expect(body(readOwnInfo(scope))).toEqual({ key: 'DEMO-1', summary: 'DEMO-1' });
  });

  test('in the scope of an object that may not be seen says that there is none', () => {
    expect(body(readOwnInfo(fakeScope([issue({ isVisible: false })])))).toMatchObject({
      reason: 'not_found',
      problems: [{ field: 'key' }],
    });
  });
});

describe('info for any key', () => {
  test.each(['DEMO-1', 'demo-1', 'OLD-7'])('asked as %s answers with the current key', (written) => {
    const host = fakeHost([issue({ formerKeys: ['OLD-7'] })]);
    expect(readInfoByKey(host, { key: keyOf(written) })).toMatchObject({
      ok: true,
      value: { body: { key: 'DEMO-1' } },
    });
  });

  test('tries the next kind when the first one may not be seen', () => {
    const hidden = fakeEntity({ kind: 'project', key: 'jane', isVisible: false });
    const user = fakeEntity({ kind: 'user', key: 'jane', facts: { summary: 'Jane Roe' } });
    const found = readInfoByKey(fakeHost([hidden, user]), { key: keyOf('jane') });
    expect(found).toMatchObject({ ok: true, value: { body: { summary: 'Jane Roe' } } });
  });

  test('finds an object of exactly the kind that is said', () => {
    const project = fakeEntity({ kind: 'project', key: 'SAME', facts: { summary: 'Project' } });
    const user = fakeEntity({ kind: 'user', key: 'same', facts: { summary: 'User' } });
    const find = (written: string) => readInfoByKey(fakeHost([project, user]), { key: keyOf(written) });
    expect(find('same')).toMatchObject({ value: { body: { summary: 'Project' } } });
    expect(find('user:same')).toMatchObject({ value: { body: { summary: 'User' } } });
  });

  test('says the same of what is nowhere and of what may not be seen', () => {
    const nowhere = readInfoByKey(fakeHost([]), { key: keyOf('DEMO-1') });
    const hidden = readInfoByKey(fakeHost([issue({ isVisible: false })]), { key: keyOf('DEMO-1') });
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(nowhere));
    expect(JSON.stringify(nowhere)).not.toContain('DEMO-1');
    expect(nowhere).toMatchObject({ problem: { reason: 'not_found', problems: [{ field: 'key' }] } });
  });

  test.each([
    ['full', undefined, 'Кнопка «Войти» не нажимается'],
    ['full', 'status', 'DEMO-1'],
    ['status', 'full', 'DEMO-1'],
    ['key', 'status', 'DEMO-1'],
    ['full', ' ', 'Кнопка «Войти» не нажимается'],
    ['full', 'FULL', 'DEMO-1'],
  ] as const)(
    "under the company's disclosure %s and a project that asks for %j shows %s at every address",
    (global, project, summary) => {
      const own = { trackerDisclosure: project };
      const entity = issue({ project: fakeProject('DEMO', { own }) });
      const changes = { settings: { ...settings, disclosure: global } };
      const shown = { value: { body: { summary } } };
      expect(readInfoByKey(fakeHost([entity], changes), { key: keyOf('DEMO-1') })).toMatchObject(shown);
      expect(readOwnInfo(fakeScope([entity], changes))).toMatchObject(shown);
    },
  );
});
