import { afterEach, describe, expect, test } from '@jest/globals';
import type { ExportAnswer, ImportAnswer, StoredObject } from '../../src/transfer/transfer-answer.ts';
import { mirroredWorld } from '../mirroring/support/mirrored-world.ts';
import {
  addressOf,
  adminOwed,
  openTwoSides,
  readLinksOf,
  type TwoSides,
} from '../mirroring/support/two-sides.ts';

const admin = adminOwed.replace(/owed$/, '');
const opened: TwoSides[] = [];
afterEach(() => Promise.all(opened.splice(0).map((two) => two.close())));

async function open(options: Parameters<typeof mirroredWorld>[0] = {}): Promise<TwoSides> {
  const two = await openTwoSides(mirroredWorld({ isRegistered: false, ...options }));
  opened.push(two);
  return two;
}

async function post(two: TwoSides, entity: string, path: string, body: unknown, login = 'jane') {
  const { status } = await two.askYouTrack('POST', addressOf(entity, path), body, login);
  expect(status).toBe(200);
}

/** A server on which there is something of everything: a link, a removal, an identity, a project's settings, a debt, damage. */
async function openFull(): Promise<TwoSides> {
  const damaged = { Issue: { 'DEMO-6': { trackerLinks: '{"v":1,"lin', hasTrackerLinks: true } } };
  const two = await open({ stored: damaged });
  await post(two, 'issues/DEMO-1', 'links', { issueKey: 'TEST-1' });
  await post(two, 'issues/DEMO-1', 'links', { issueKey: 'TEST-2' });
  await two.askYouTrack('DELETE', `${addressOf('issues/DEMO-1', 'links')}?issueKey=TEST-2`);
  await post(two, 'articles/DEMO-A-1', 'links', { issueKey: 'TEST-1' }, 'boris');
  await post(two, 'users/jane', 'identity', { login: 'irina', trackerUid: '8000000000000001' });
  await post(two, 'projects/OPS', 'settings', { disclosure: 'key' });
  await two.advance(3_600_000);
  await post(two, 'issues/DEMO-2', 'links', { issueKey: 'TEST-404' });
  await two.advance(3_600_000);
  return two;
}

async function exportAll(two: TwoSides, query = 'projects=DEMO,OPS'): Promise<ExportAnswer> {
  const { status, body } = await two.askYouTrack('GET', `${admin}export?${query}`, undefined, 'admin');
  expect(status).toBe(200);
  return body as ExportAnswer;
}

async function importAll(two: TwoSides, objects: readonly unknown[], dryRun = false) {
  return await two.askYouTrack('POST', `${admin}import`, { dryRun, objects }, 'admin');
}

function outcomes({ body }: { readonly body: unknown }): string[] {
  return (body as ImportAnswer).objects.map(({ key, outcome }) => `${key} ${outcome}`);
}

describe('the export', () => {
  test('has everything that is stored, page by page, and no secret', async () => {
    const two = await openFull();
    const { total, objects } = await exportAll(two);
    expect(total).toBe(6);
    expect(objects.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'article DEMO-A-1',
      'issue DEMO-1',
      'issue DEMO-2',
      'issue DEMO-6',
      'project OPS',
      'user jane',
    ]);
    const [article, first, second, damaged, project, user] = objects;
    expect(article?.links).toEqual([expect.stringMatching(/^TEST-1 \+\d+ youtrack boris$/)]);
    expect(first?.links).toEqual([
      expect.stringMatching(/^TEST-1 \+\d+ youtrack jane$/),
      expect.stringMatching(/^TEST-2 \+\d+ youtrack jane -\d+ youtrack jane$/),
    ]);
    expect(second?.owed).toMatchObject([{ issueKey: 'TEST-404', wish: 'live', problem: { kind: 'absent' } }]);
    expect(damaged).toEqual({ kind: 'issue', key: 'DEMO-6', unreadable: ['{"v":1,"lin'] });
    expect(project?.settings).toEqual({ disclosure: 'key' });
    expect(user?.identity).toEqual({ login: 'irina', trackerUid: '8000000000000001' });
    expect(JSON.stringify(objects)).not.toContain('y0_');
    const page = await exportAll(two, 'projects=OPS&top=4');
    expect(page).toMatchObject({ total: 6, next: 4 });
    expect((await exportAll(two, 'projects=OPS&top=4&skip=4')).objects).toEqual(objects.slice(4));
  });
});

describe('the import', () => {
  test('brings all of it to another server, with authors and times, and twice is as once', async () => {
    const from = await openFull();
    const { objects } = await exportAll(from);
    const to = await open();
    const dry = await importAll(to, objects, true);
    expect(outcomes(dry)).toEqual([
      'DEMO-A-1 changed',
      'DEMO-1 changed',
      'DEMO-2 changed',
      'DEMO-6 same',
      'OPS changed',
      'jane changed',
    ]);
    expect((await exportAll(to)).objects).toEqual([]);
    expect(outcomes(await importAll(to, objects))).toEqual(outcomes(dry));
    await to.advance(3_600_000);
    const arrived = (await exportAll(to)).objects;
    const isReadable = ({ key }: StoredObject) => key !== 'DEMO-6';
    const withoutDebts = ({ owed: _, ...object }: StoredObject) => object;
    expect(arrived.map(withoutDebts)).toEqual(objects.filter(isReadable).map(withoutDebts));
    expect(arrived[2]?.owed).toMatchObject([{ issueKey: 'TEST-404', wish: 'live' }]);
    expect(outcomes(await importAll(to, objects)).every((one) => one.endsWith(' same'))).toBe(true);
  });

  test('lets the later word count, link by link, and tells what it adds and removes', async () => {
    const two = await open();
    await post(two, 'issues/DEMO-1', 'links', { issueKey: 'TEST-1' });
    const now = Date.parse((await readLinksOf(two, 'issues/DEMO-1')).links[0]?.addedAt ?? '');
    const links = [
      `TEST-1 +1 youtrack old -${now + 1} tracker robot`,
      `TEST-2 +${now} youtrack мария`,
      `TEST-3 +${now - 1} youtrack jane -${now} youtrack jane`,
    ];
    const answered = await importAll(two, [{ kind: 'issue', key: 'demo-1', links }]);
    expect(answered.body).toEqual({
      objects: [{ kind: 'issue', key: 'demo-1', outcome: 'changed', added: 1, removed: 1 }],
    });
    await two.advance(3_600_000);
    expect((await readLinksOf(two, 'issues/DEMO-1')).links).toMatchObject([
      { issueKey: 'TEST-2', addedBy: 'мария', addedAt: new Date(now).toISOString() },
    ]);
  });

  test('replaces nothing that is set here, and says so', async () => {
    const two = await openFull();
    const answered = await importAll(two, [
      { kind: 'user', key: 'jane', identity: { login: 'other' } },
      { kind: 'project', key: 'OPS', settings: { disclosure: 'full' } },
    ]);
    expect(answered.body).toMatchObject({
      objects: [
        { outcome: 'same', isKept: true },
        { outcome: 'same', isKept: true },
      ],
    });
  });

  test('leaves alone what it cannot join, and imports the rest', async () => {
    const two = await openFull();
    const link = [`TEST-1 +1767225600000 youtrack jane`];
    const many = Array.from(
      { length: 1_001 },
      (_, index) => `MANY-${index + 1} +1767225600000 youtrack jane`,
    );
    const objects = [
      { kind: 'issue', key: 'NOPE-1', links: link },
      { kind: 'issue', key: 'DEMO-6', links: link },
      { kind: 'issue', key: 'DEMO-3', links: many },
      { kind: 'issue', key: 'DEMO-4', links: link },
    ];
    expect(outcomes(await importAll(two, objects))).toEqual([
      'NOPE-1 absent',
      'DEMO-6 unreadable',
      'DEMO-3 full',
      'DEMO-4 changed',
    ]);
    expect((await readLinksOf(two, 'issues/DEMO-3')).links).toEqual([]);
  });

  test.each([
    ['no list', { dryRun: false, objects: {} }, 'objects'],
    ['nothing', { dryRun: false, objects: [] }, 'objects'],
    ['no word on whether it is a dry run', { objects: [{ kind: 'issue', key: 'DEMO-1' }] }, 'dryRun'],
    ['what is no object', { dryRun: false, objects: ['DEMO-1'] }, 'objects[0]'],
    ['an unknown kind', { dryRun: false, objects: [{ kind: 'board', key: 'DEMO' }] }, 'objects[0].kind'],
    [
      'a link that cannot be read',
      {
        dryRun: false,
        objects: [
          { kind: 'issue', key: 'DEMO-1', links: ['TEST-1 +1 youtrack jane'] },
          { kind: 'issue', key: 'DEMO-2', links: ['TEST-1 yesterday'] },
        ],
      },
      'objects[1].links',
    ],
    [
      'an identity that is none',
      { dryRun: false, objects: [{ kind: 'user', key: 'jane', identity: 5 }] },
      'objects[0].identity',
    ],
    [
      'settings that are none',
      { dryRun: false, objects: [{ kind: 'project', key: 'OPS', settings: [] }] },
      'objects[0].settings',
    ],
    [
      'a level that is none',
      { dryRun: false, objects: [{ kind: 'project', key: 'OPS', settings: { disclosure: 'все' } }] },
      'objects[0].settings.disclosure',
    ],
  ])('of %s is not understood, and changes nothing', async (_, body, field) => {
    const two = await open();
    const answered = await two.askYouTrack('POST', `${admin}import`, body, 'admin');
    expect(answered).toMatchObject({ status: 400, body: { problems: [{ field }] } });
    expect((await exportAll(two)).objects).toEqual([]);
  });
});
