import type { Case } from '../case.ts';
import { get, ok, refused, rule, scope, step, story } from '../say.ts';

const updated = '2026-01-01T01:02:03.004+0000';
const jane = { trackerUid: 8000000000000017, passportUid: 1130000000000001, login: 'jane.roe' };
const resolvedIcon = { iconUrl: 'https://icons.example/done.svg' };

const savedCards = {
  key: 'DEMO-1',
  summary: 'Saved cards are refused',
  status: { name: 'В работе', description: 'Кто-то уже занят' },
  assignee: jane,
  updated,
  deadline: '2026-12-01T00:00:00.000+0000',
};
const searchFixed = {
  key: 'DEMO-2',
  summary: 'Поиск не находит «ё»',
  ...resolvedIcon,
  status: { name: 'Fixed' },
  resolution: { name: 'Fixed' },
  assignee: { login: 'b.orlov' },
  updated,
};
const article = {
  key: 'DEMO-A-1',
  summary: 'How we ship',
  assignee: jane,
  updated: '2026-01-01T00:00:01.000+0000',
};
const byKey = (key: string) => `${scope.global}/info?key=${key}`;

/** `info`: what Tracker is told of an entity. */
export const infoCases: readonly Case[] = [
  rule('an open issue says all that is known of it', get(`${scope.issue('DEMO-1')}/info`), ok(savedCards)),
  rule(
    'a resolved issue has a resolution and its icon',
    get(`${scope.issue('DEMO-2')}/info`),
    ok(searchFixed),
  ),
  rule(
    'what is not filled in is left out',
    get(`${scope.issue('DEMO-3')}/info`),
    ok({ key: 'DEMO-3', summary: 'Nothing filled in', status: { name: 'Open' }, updated }),
  ),
  rule(
    'a reader is told what a writer is told',
    get(`${scope.issue('DEMO-1')}/info`, 'reader'),
    ok(savedCards),
  ),
  rule('a former key answers with the current one', get(`${scope.issue('OLD-7')}/info`), ok(savedCards)),
  rule(
    'a key in small letters answers with the real one',
    get(`${scope.issue('demo-1')}/info`),
    ok(savedCards),
  ),
  rule(
    'an article says its summary, author and update time',
    get(`${scope.article('DEMO-A-1')}/info`),
    ok(article),
  ),
  rule(
    'an article in Cyrillic stays in Cyrillic',
    get(`${scope.article('DEMO-A-2')}/info`),
    ok({
      key: 'DEMO-A-2',
      summary: 'Словарь терминов',
      assignee: { login: 'b.orlov' },
      updated: '2026-01-01T00:00:01.000+0000',
    }),
  ),
  rule(
    'a project says its name and leader',
    get(`${scope.project('DEMO')}/info`),
    ok({ key: 'DEMO', summary: 'Demo shop', assignee: jane }),
  ),
  rule(
    'an archived project says so',
    get(`${scope.project('ARC')}/info`),
    ok({ key: 'ARC', summary: 'Архив', status: { name: 'Archived' }, assignee: { login: 'b.orlov' } }),
  ),
  rule(
    'a user is their visible name',
    get(`${scope.user('boris')}/info`),
    ok({ key: 'boris', summary: 'Борис Орлов' }),
  ),
  rule(
    'a banned user says so',
    get(`${scope.user('gone')}/info`),
    ok({ key: 'gone', summary: 'Gone Away', status: { name: 'Banned' } }),
  ),
  rule(
    'anybody may ask about themselves',
    get(`${scope.user('nobody')}/info`, 'nobody'),
    ok({ key: 'nobody', summary: 'Nobody Special' }),
  ),
  rule(
    'the status field is the one that the project names',
    get(`${scope.issue('BUSY-1')}/info`),
    ok({ key: 'BUSY-1', summary: 'Busy number 1', updated }),
  ),
  rule(
    'a project that discloses the status hides the summary',
    get(`${scope.issue('OPS-1')}/info`),
    ok({
      key: 'OPS-1',
      summary: 'OPS-1',
      ...resolvedIcon,
      status: { name: 'Fixed' },
      resolution: { name: 'Fixed' },
      assignee: jane,
      updated,
    }),
  ),
  rule(
    'a project that discloses the key says nothing else',
    get(`${scope.issue('HUSH-1')}/info`),
    ok({ key: 'HUSH-1', summary: 'HUSH-1' }),
  ),
  rule(
    'disclosure holds for the project itself',
    get(`${scope.project('HUSH')}/info`),
    ok({ key: 'HUSH', summary: 'HUSH' }),
  ),
  rule('global: an issue by its key', get(byKey('DEMO-1')), ok(savedCards)),
  rule('global: an issue by its former key', get(byKey('old-7')), ok(savedCards)),
  rule('global: an article by its key in small letters', get(byKey('demo-a-1')), ok(article)),
  rule(
    'global: a project by its key',
    get(byKey('ARC')),
    ok({ key: 'ARC', summary: 'Архив', status: { name: 'Archived' }, assignee: { login: 'b.orlov' } }),
  ),
  rule(
    'global: a project comes before a user of the same name',
    get(byKey('demo')),
    ok({ key: 'DEMO', summary: 'Demo shop', assignee: jane }),
  ),
  rule(
    'global: user: names a user outright',
    get(byKey('user:demo')),
    ok({ key: 'demo', summary: 'Demo Person' }),
  ),
  rule(
    'global: project: names a project outright',
    get(byKey('project:demo')),
    ok({ key: 'DEMO', summary: 'Demo shop', assignee: jane }),
  ),
  rule(
    'global: a login is found in any letter case',
    get(byKey('BORIS')),
    ok({ key: 'boris', summary: 'Борис Орлов' }),
  ),
  rule(
    'global: a login that looks like an issue key is still found',
    get(byKey('x-1')),
    ok({ key: 'x-1', summary: 'Dash One' }),
  ),
  rule(
    'global: a project one may not see gives way to the user of that name',
    get(byKey('lab')),
    ok({ key: 'lab', summary: 'Lab Person' }),
  ),
  rule('global: spaces around a key do not matter', get(byKey('%20DEMO-1%20')), ok(savedCards)),
  rule('global: an issue that is nowhere', get(byKey('DEMO-999')), refused('not_found')),
  rule('global: an issue hidden by a group does not exist', get(byKey('DEMO-4')), {
    status: 404,
    sameAs: get(byKey('DEMO-998')),
  }),
  rule('global: an issue of a project one may not read does not exist', get(byKey('HID-1')), {
    status: 404,
    sameAs: get(byKey('NOPE-1')),
  }),
  rule('global: an article hidden by a group does not exist', get(byKey('DEMO-A-3')), {
    status: 404,
    sameAs: get(byKey('DEMO-A-99')),
  }),
  rule('global: an article under a hidden article does not exist', get(byKey('DEMO-A-4')), {
    status: 404,
    sameAs: get(byKey('DEMO-A-99')),
  }),
  rule('global: a project one may not read does not exist', get(byKey('project:HID')), {
    status: 404,
    sameAs: get(byKey('project:NOPE')),
  }),
  rule('global: a user one may not see does not exist', get(byKey('user:jane'), 'nobody'), {
    status: 404,
    sameAs: get(byKey('user:nowhere'), 'nobody'),
  }),
  rule(
    'an article under a hidden article does not exist in its own scope',
    get(`${scope.article('DEMO-A-4')}/info`),
    { status: 404 },
  ),
  rule('an issue only for its permitted user is there for that user', get(byKey('DEMO-5')), {
    status: 200,
    body: { key: 'DEMO-5', summary: 'Only for Jane', status: { name: 'Open' }, updated },
  }),
  rule('and for nobody else', get(byKey('DEMO-5'), 'reader'), refused('not_found')),
  rule('an issue one may not see is 404 in its own scope', get(`${scope.issue('DEMO-4')}/info`), {
    status: 404,
  }),
  rule('an issue that is nowhere is 404', get(`${scope.issue('DEMO-999')}/info`), { status: 404 }),
  rule('an article one may not see is 404 in its own scope', get(`${scope.article('DEMO-A-3')}/info`), {
    status: 404,
  }),
  rule('a project one may not see is 404', get(`${scope.project('HID')}/info`), { status: 404 }),
  rule('a user one may not see is 404', get(`${scope.user('jane')}/info`, 'nobody'), { status: 404 }),
  rule('a project without the app is 404', get(`${scope.issue('DET-1')}/info`), { status: 404 }),
  rule('an unknown endpoint is 404', get(`${scope.issue('DEMO-1')}/nothing`), { status: 404 }),
  rule('an unknown handler is 404', get('/api/issues/DEMO-1/extensionEndpoints/tracker-links/nothing/info'), {
    status: 404,
  }),
  rule(
    'a bad token is 401',
    { ...get(`${scope.issue('DEMO-1')}/info`), authorization: 'Bearer perm:stranger' },
    { status: 401 },
  ),
  rule(
    'the OAuth scheme is 401',
    { ...get(`${scope.issue('DEMO-1')}/info`), authorization: 'OAuth perm:jane' },
    { status: 401 },
  ),
  rule('a banned caller is 401', get(`${scope.issue('DEMO-1')}/info`, 'gone'), { status: 401 }),
  rule('a guest who may read is told', get(`${scope.issue('PUB-1')}/info`, null), {
    status: 200,
    body: { key: 'PUB-1', summary: 'Everybody may read', status: { name: 'Open' }, updated },
  }),
  rule('a guest who may not read is told nothing', get(`${scope.issue('DEMO-1')}/info`, null), {
    status: 404,
  }),
  rule('a guest has no global scope', get(byKey('PUB-1'), null), { status: 401 }),
  story(
    'every answer is JSON',
    step(get(`${scope.issue('DEMO-1')}/info`), {
      status: 200,
      headers: { 'content-type': 'application/json' },
    }),
    step(get(byKey('NOPE-1')), { status: 404, headers: { 'content-type': 'application/json' } }),
  ),
];
