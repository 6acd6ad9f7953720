import { expect } from '@jest/globals';
import type { Case, Sent } from '../case.ts';
import { del, get, linked, ok, post, refusal, refused, rule, scope, step, story } from '../say.ts';

const issue = scope.issue('DEMO-1');
const globalLinks = `${scope.global}/links`;
const key = (text: string) => get(`${scope.global}/info?key=${encodeURIComponent(text)}`);
const create = (body: unknown): Sent => post(`${issue}/links`, body);
const createMany = (body: unknown): Sent => post(globalLinks, body);

const oddIssueKeys: readonly (readonly [string, unknown])[] = [
  ['an empty Tracker key', ''],
  ['a blank Tracker key', '   '],
  ['a Tracker key without a number', 'TEST'],
  ['a Tracker key with number zero', 'TEST-0'],
  ['a Tracker key with a leading zero', 'TEST-01'],
  ['a Tracker key that begins with a digit', '1TEST-1'],
  ['a Tracker key in Cyrillic', 'ТЕСТ-1'],
  ['a Tracker key with a letter that only upper-cases to Latin', 'teſt-1'],
  ['a Tracker key with something after it', 'TEST-1 and more'],
  ['a Tracker key with a line break inside', 'TEST-\n1'],
  ['an over-long Tracker key', `T${'E'.repeat(200)}-1`],
  ['an address of another site', 'https://example.com/TEST-1'],
  ['an address without a key', 'https://tracker.yandex.ru/agile/boards'],
  ['an address whose host only begins like the site', 'https://tracker.yandex.ru.example.com/TEST-1'],
  ['a number in place of a Tracker key', 17],
  ['null in place of a Tracker key', null],
  ['a list in place of a Tracker key', ['TEST-1']],
  ['an object in place of a Tracker key', { key: 'TEST-1' }],
];

const oddEntityKeys: readonly (readonly [string, string])[] = [
  ['an empty key', ''],
  ['a blank key', ' \t'],
  ['an over-long key', 'A'.repeat(101)],
  ['a key with a space inside', 'DEMO 1'],
  ['a key with a slash', 'DEMO/1'],
  ['a key with a line break', 'DEMO-1\nDEMO-2'],
  ['a key with a NUL', 'DEMO-1\u0000'],
  ['a key with markup', '<b>DEMO-1</b>'],
  ['an unknown prefix', 'issue:DEMO-1'],
  ['a prefix with nothing behind it', 'user:'],
];

/** Everything a caller can get wrong, and what each is told. */
export const refusalCases: readonly Case[] = [
  ...oddIssueKeys.map(([what, issueKey]) =>
    rule(`${what} is malformed`, create({ issueKey }), refused('malformed', 'issueKey')),
  ),
  ...oddEntityKeys.map(([what, text]) =>
    rule(`${what} is malformed`, key(text), refused('malformed', 'key')),
  ),
  rule('a missing key is malformed', get(`${scope.global}/info`), refused('malformed', 'key')),
  rule('a missing Tracker key is malformed', create({}), refused('malformed', 'issueKey')),
  rule(
    'a removal without a Tracker key is malformed',
    del(`${issue}/links`),
    refused('malformed', 'issueKey'),
  ),
  rule(
    'a removal of an odd Tracker key is malformed',
    del(`${issue}/links?issueKey=%D0%B9`),
    refused('malformed', 'issueKey'),
  ),
  rule(
    'a global removal names both keys that are missing',
    del(globalLinks),
    refused('malformed', 'issueKey', 'remoteKey'),
  ),
  rule(
    'a global list without a Tracker key is malformed',
    get(globalLinks),
    refused('malformed', 'issueKey'),
  ),
  rule('an empty body is malformed', create(''), refused('malformed', 'body')),
  rule('a body that is not JSON is malformed', create('{"issueKey": "TEST-1"'), refused('malformed', 'body')),
  rule(
    'a body in Cyrillic that is not JSON is malformed',
    create('связать TEST-1'),
    refused('malformed', 'body'),
  ),
  rule('a list for a body is malformed', create('["TEST-1"]'), refused('malformed', 'body')),
  rule('null for a body is malformed', create('null'), refused('malformed', 'body')),
  rule('text for a body is malformed', create('"TEST-1"'), refused('malformed', 'body')),
  rule(
    'a global creation without entities is malformed',
    createMany({ issueKey: 'TEST-1' }),
    refused('malformed', 'entityIds'),
  ),
  rule(
    'no entities at all is malformed',
    createMany({ issueKey: 'TEST-1', entityIds: [] }),
    refused('malformed', 'entityIds'),
  ),
  rule(
    'text for entities is malformed',
    createMany({ issueKey: 'TEST-1', entityIds: 'DEMO-1' }),
    refused('malformed', 'entityIds'),
  ),
  rule(
    'a number among entities is malformed',
    createMany({ issueKey: 'TEST-1', entityIds: ['DEMO-1', 2] }),
    refused('malformed', 'entityIds[1]'),
  ),
  rule(
    'everything malformed is named at once',
    createMany({ issueKey: 'тест', entityIds: ['DEMO-1', '', 'a b'] }),
    refused('malformed', 'issueKey', 'entityIds[1]', 'entityIds[2]'),
  ),
  rule('what was received is shown, cut at 100 characters', create({ issueKey: 'я'.repeat(500) }), {
    status: 400,
    body: {
      error: 'malformed',
      error_description: expect.any(String),
      problems: [
        { field: 'issueKey', expected: expect.any(String), received: expect.stringMatching(/^.{20,100}$/su) },
      ],
    },
  }),
  rule(
    'a hundred and one entities are too many',
    createMany({ issueKey: 'TEST-1', entityIds: Array.from({ length: 101 }, (_, i) => `BUSY-${i + 1}`) }),
    refused('too_large', 'entityIds'),
  ),
  rule(
    'a body over 64 KiB is too large',
    create({ issueKey: 'TEST-1', note: 'x'.repeat(65_536) }),
    refused('too_large', 'body'),
  ),
  rule(
    'a body is measured in bytes, not in letters',
    create({ issueKey: 'TEST-1', note: 'ж'.repeat(33_000) }),
    refused('too_large', 'body'),
  ),
  rule(
    'a huge body that is no JSON either is too large',
    create('x'.repeat(1_000_000)),
    refused('too_large', 'body'),
  ),
  rule(
    'a body of just under 64 KiB is fine',
    create({ issueKey: 'SIZE-1', note: 'x'.repeat(65_000) }),
    linked('SIZE-1', 'DEMO-1'),
  ),

  rule(
    'a reader may not link an issue',
    post(`${issue}/links`, { issueKey: 'TEST-1' }, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'a reader may not unlink an issue',
    del(`${issue}/links?issueKey=TEST-1`, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'UPDATE_ISSUE is enough to link',
    post(`${issue}/links`, { issueKey: 'PERM-1' }, 'updater'),
    linked('PERM-1', 'DEMO-1'),
  ),
  rule(
    'LINK_ISSUE is enough to link',
    post(`${issue}/links`, { issueKey: 'PERM-2' }),
    linked('PERM-2', 'DEMO-1'),
  ),
  rule(
    'a reader may not link an article',
    post(`${scope.article('DEMO-A-1')}/links`, { issueKey: 'TEST-1' }, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'UPDATE_ISSUE is not enough for an article',
    post(`${scope.article('DEMO-A-1')}/links`, { issueKey: 'TEST-1' }, 'updater'),
    refused('forbidden'),
  ),
  rule(
    'UPDATE_ARTICLE links an article',
    post(`${scope.article('DEMO-A-1')}/links`, { issueKey: 'PERM-3' }),
    linked('PERM-3', 'DEMO-A-1'),
  ),
  rule(
    'a reader may not link a project',
    post(`${scope.project('DEMO')}/links`, { issueKey: 'TEST-1' }, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'UPDATE_PROJECT links a project',
    post(`${scope.project('DEMO')}/links`, { issueKey: 'PERM-4' }),
    linked('PERM-4', 'DEMO'),
  ),
  rule(
    'one may not link somebody else',
    post(`${scope.user('boris')}/links`, { issueKey: 'TEST-1' }),
    refused('forbidden'),
  ),
  rule(
    'UPDATE_USER links anybody',
    post(`${scope.user('boris')}/links`, { issueKey: 'PERM-5' }, 'admin'),
    linked('PERM-5', 'boris'),
  ),
  rule(
    'globally, a reader may not link',
    post(globalLinks, { issueKey: 'TEST-1', entityIds: ['DEMO-1'] }, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'globally, a reader may not unlink',
    del(`${globalLinks}?issueKey=TEST-1&remoteKey=DEMO-1`, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'by the project, a reader may not link its issue',
    post(`${scope.project('DEMO')}/links`, { issueKey: 'TEST-1', entityIds: ['DEMO-1'] }, 'reader'),
    refused('forbidden'),
  ),
  rule(
    'by the project, the right to its issue is enough',
    post(`${scope.project('DEMO')}/links`, { issueKey: 'PERM-6', entityIds: ['DEMO-3'] }, 'updater'),
    linked('PERM-6', 'DEMO-3'),
  ),
  rule(
    'a guest without the right may read but not link an article',
    post(`${scope.article('PUB-A-1')}/links`, { issueKey: 'TEST-1' }, null),
    refused('forbidden'),
  ),
  rule(
    'linking what one may not see is linking what is nowhere',
    post(globalLinks, { issueKey: 'TEST-1', entityIds: ['HID-1'] }),
    {
      status: 404,
      sameAs: post(globalLinks, { issueKey: 'TEST-1', entityIds: ['NOPE-1'] }),
    },
  ),
  rule(
    'unlinking what one may not see is unlinking what is nowhere',
    del(`${globalLinks}?issueKey=TEST-1&remoteKey=DEMO-4`),
    {
      status: 404,
      sameAs: del(`${globalLinks}?issueKey=TEST-1&remoteKey=DEMO-404`),
    },
  ),
  rule(
    'what is malformed is said before what is missing',
    post(globalLinks, { issueKey: '?', entityIds: ['NOPE-1'] }),
    refused('malformed', 'issueKey'),
  ),
  rule(
    'what is missing is said before what is forbidden',
    post(globalLinks, { issueKey: 'TEST-1', entityIds: ['DEMO-1', 'NOPE-1'] }, 'reader'),
    refused('not_found'),
  ),
  rule(
    'a guest has no global creation',
    post(globalLinks, { issueKey: 'TEST-1', entityIds: ['PUB-1'] }, null),
    { status: 401 },
  ),
  rule(
    'linking an issue one may not see is 404',
    post(`${scope.issue('HID-1')}/links`, { issueKey: 'TEST-1' }),
    { status: 404 },
  ),

  rule('envelope: an answer is wrapped', get(`${scope.issue('DEMO-3')}/info?envelope=true`), {
    status: 200,
    body: { ok: true, data: expect.objectContaining({ key: 'DEMO-3', summary: 'Nothing filled in' }) },
  }),
  rule(
    'envelope: a refusal is wrapped and the status is inside',
    post(`${issue}/links?envelope=true`, { issueKey: '?' }),
    {
      status: 200,
      body: { ok: false, status: 400, problem: refusal('malformed', 'issueKey') },
    },
  ),
  rule('envelope: forbidden', post(`${issue}/links?envelope=true`, { issueKey: 'TEST-1' }, 'reader'), {
    status: 200,
    body: { ok: false, status: 403, problem: refusal('forbidden') },
  }),
  rule('envelope: not found', get(`${scope.global}/info?key=NOPE-1&envelope=true`), {
    status: 200,
    body: { ok: false, status: 404, problem: refusal('not_found') },
  }),
  rule('envelope: conflict', get(`${scope.issue('BUSY-28')}/links?envelope=true`), {
    status: 200,
    body: { ok: false, status: 409, problem: refusal('conflict') },
  }),
  rule('envelope: too large', post(`${issue}/links?envelope=true`, 'x'.repeat(70_000)), {
    status: 200,
    body: { ok: false, status: 413, problem: refusal('too_large') },
  }),
  rule(
    'envelope: a removal of nothing',
    del(`${issue}/links?issueKey=NONE-2&envelope=true`),
    ok({ ok: true, data: { issueKey: 'NONE-2', removed: [], notLinked: ['DEMO-1'] } }),
  ),
  rule(
    'envelope=false is no envelope',
    get(`${scope.global}/info?key=NOPE-1&envelope=false`),
    refused('not_found'),
  ),

  story(
    'a thousand links are the most one entity can have',
    step(post(`${scope.issue('BUSY-30')}/links`, { issueKey: 'FULL-1000' }), linked('FULL-1000', 'BUSY-30')),
    step(post(`${scope.issue('BUSY-30')}/links`, { issueKey: 'FULL-1001' }), refused('too_large')),
    step(
      post(`${scope.issue('BUSY-30')}/links`, { issueKey: 'FULL-1000' }),
      ok({ issueKey: 'FULL-1000', linked: [], alreadyLinked: ['BUSY-30'] }),
    ),
    step(del(`${scope.issue('BUSY-30')}/links?issueKey=FULL-1`), {
      removes: { issueKey: 'FULL-1', keys: ['BUSY-30'] },
    }),
    step(post(`${scope.issue('BUSY-30')}/links`, { issueKey: 'FULL-1001' }), linked('FULL-1001', 'BUSY-30')),
  ),
];
