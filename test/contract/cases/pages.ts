import { expect } from '@jest/globals';
import type { Case } from '../case.ts';
import { del, get, linked, ok, post, refused, removed, rule, scope, step, story } from '../say.ts';

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const panel = (prefix: string) => `${prefix}/panel`;
const candidates = (prefix: string, input: string) =>
  `${prefix}/candidates?input=${encodeURIComponent(input)}`;
const identity = (login: string) => `${scope.user(login)}/identity`;
const overview = (key: string) => `${scope.project(key)}/overview`;
const linkedOf = (key: string, query = '') => `${scope.project(key)}/linked${query}`;
const own = (login: string, known: object, ...sharedWith: readonly string[]) =>
  ok({ user: login, identity: known, isShared: sharedWith.length > 0, sharedWith });
/** The same where the caller may not change the identities of those it is shared with. */
const taken = (login: string, known: object) =>
  ok({ user: login, identity: known, isShared: true, sharedWith: [] });

/** What widgets on issues, articles, projects and users ask for. */
export const pageCases: readonly Case[] = [
  story(
    'a panel says everything of an object and its links, the newest first',
    step(post(`${scope.issue('DEMO-3')}/links`, { issueKey: 'PANEL-1' }), linked('PANEL-1', 'DEMO-3')),
    step(
      post(`${scope.issue('DEMO-3')}/links`, { issueKey: 'PANEL-2' }, 'robot'),
      linked('PANEL-2', 'DEMO-3'),
    ),
    step(
      get(panel(scope.issue('DEMO-3'))),
      ok({
        kind: 'issue',
        key: 'DEMO-3',
        mayEdit: true,
        trackerUrl: 'https://tracker.yandex.ru',
        links: expect.arrayContaining([
          {
            issueKey: 'PANEL-1',
            url: 'https://tracker.yandex.ru/PANEL-1',
            addedAt: instant,
            addedBy: 'jane',
            via: 'youtrack',
          },
          expect.objectContaining({ issueKey: 'PANEL-2', addedBy: 'robot', via: 'tracker' }),
        ]),
        people: expect.objectContaining({ jane: 'Jane Roe', robot: 'Yandex Tracker' }),
      }),
    ),
    step(
      get(panel(scope.issue('DEMO-3')), 'reader'),
      ok(expect.objectContaining({ key: 'DEMO-3', mayEdit: false })),
    ),
    step(
      get(panel(scope.issue('DEMO-3')), 'updater'),
      ok(expect.objectContaining({ key: 'DEMO-3', mayEdit: true })),
    ),
  ),
  story(
    'queues are told by what is linked, as far as the caller may see it',
    step(post(`${scope.issue('DEMO-3')}/links`, { issueKey: 'SEEN-1' }), linked('SEEN-1', 'DEMO-3')),
    step(
      post(`${scope.issue('DEMO-4')}/links`, { issueKey: 'UNSEEN-1' }, 'admin'),
      linked('UNSEEN-1', 'DEMO-4'),
    ),
    step(get(`${scope.issue('DEMO-3')}/queues`, 'reader'), ok({ queues: expect.arrayContaining(['SEEN']) })),
    step(
      get(`${scope.issue('DEMO-3')}/queues`, 'reader'),
      ok({ queues: expect.not.arrayContaining(['UNSEEN']) }),
    ),
  ),
  story(
    'queues are told at articles, projects and people as well',
    ...[scope.article('DEMO-A-1'), scope.project('DEMO'), scope.user('jane')].map((prefix) =>
      step(get(`${prefix}/queues`), ok({ queues: expect.any(Array) })),
    ),
  ),
  rule('what is hidden tells no queues', get(`${scope.issue('DEMO-4')}/queues`, 'reader'), { status: 404 }),
  story(
    'candidates are what is linked nearby, as far as the caller may see it, and not here already',
    step(post(`${scope.issue('DEMO-3')}/links`, { issueKey: 'CAND-1' }), linked('CAND-1', 'DEMO-3')),
    step(post(`${scope.issue('DEMO-5')}/links`, { issueKey: 'CAND-2' }), linked('CAND-2', 'DEMO-5')),
    step(post(`${scope.issue('DEMO-4')}/links`, { issueKey: 'CAND-3' }, 'admin'), linked('CAND-3', 'DEMO-4')),
    step(
      get(candidates(scope.issue('DEMO-3'), 'cand-')),
      ok({
        key: 'DEMO-3',
        isShown: false,
        candidates: [{ issueKey: 'CAND-2', url: 'https://tracker.yandex.ru/CAND-2', isLinkedNearby: true }],
      }),
    ),
    step(get(candidates(scope.issue('DEMO-3'), 'cand-'), 'reader'), refused('forbidden', 'key')),
    step(get(candidates(scope.issue('DEMO-4'), 'cand-'), 'reader'), { status: 404 }),
  ),
  story(
    'without Tracker a key is told to be a key, and words find nothing',
    ...[scope.article('DEMO-A-1'), scope.project('DEMO'), scope.user('jane')].flatMap((prefix) => [
      step(
        get(candidates(prefix, 'NOWHERE-1')),
        ok(
          expect.objectContaining({
            candidates: [{ issueKey: 'NOWHERE-1', url: 'https://tracker.yandex.ru/NOWHERE-1' }],
          }),
        ),
      ),
      step(get(candidates(prefix, 'ничего такого')), ok(expect.objectContaining({ candidates: [] }))),
    ]),
  ),
  rule(
    'candidates are asked for by a text',
    get(`${scope.issue('DEMO-3')}/candidates?input=%20&language=de`),
    refused('malformed', 'input', 'language'),
  ),
  story(
    'a panel shows the guest what the guest may see, and no names',
    step(post(`${scope.issue('PUB-1')}/links`, { issueKey: 'PANEL-3' }), linked('PANEL-3', 'PUB-1')),
    step(
      get(panel(scope.issue('PUB-1')), null),
      ok(expect.objectContaining({ mayEdit: true, people: expect.objectContaining({ jane: 'jane' }) })),
    ),
  ),
  story(
    'articles, projects and users have panels too',
    step(
      post(`${scope.global}/links`, { issueKey: 'PANEL-4', entityIds: ['DEMO-A-5', 'project:PUB'] }),
      linked('PANEL-4', 'DEMO-A-5', 'PUB'),
    ),
    step(
      get(panel(scope.article('DEMO-A-5'))),
      ok(expect.objectContaining({ kind: 'article', key: 'DEMO-A-5', mayEdit: true })),
    ),
    step(
      get(panel(scope.project('PUB')), 'admin'),
      ok(expect.objectContaining({ kind: 'project', key: 'PUB', mayEdit: true })),
    ),
    step(
      get(panel(scope.user('boris'))),
      ok(expect.objectContaining({ kind: 'user', key: 'boris', mayEdit: false })),
    ),
    step(del(`${scope.article('DEMO-A-5')}/links?issueKey=PANEL-4`), removed('PANEL-4', 'DEMO-A-5')),
    step(get(panel(scope.article('DEMO-A-5'))), ok(expect.objectContaining({ key: 'DEMO-A-5', links: [] }))),
  ),
  rule(
    'a panel says when the stored links cannot be read',
    get(panel(scope.issue('BUSY-28'))),
    ok(expect.objectContaining({ key: 'BUSY-28', links: [], unreadable: true })),
  ),
  rule(
    "a panel says the same of a newer version's links",
    get(`${panel(scope.issue('BUSY-29'))}?envelope=true`),
    ok({ ok: true, data: expect.objectContaining({ key: 'BUSY-29', links: [], unreadable: true }) }),
  ),
  rule('an article under a hidden article has no panel', get(panel(scope.article('DEMO-A-4'))), {
    status: 404,
  }),
  rule('a panel of what one may not see is 404', get(panel(scope.issue('HID-1'))), { status: 404 }),

  rule(
    'everybody may know who they themselves are in Tracker',
    get(identity('jane')),
    own('jane', { login: 'jane.roe', trackerUid: '8000000000000017', passportUid: '1130000000000001' }),
  ),
  story(
    'everybody may say who they are in Tracker; saying it anew replaces all of it',
    step(get(identity('nobody'), 'nobody'), own('nobody', {})),
    step(
      post(identity('nobody'), { login: ' N.Body ', trackerUid: '9007199254740991' }, 'nobody'),
      own('nobody', { login: 'N.Body', trackerUid: '9007199254740991' }),
    ),
    step(
      post(identity('nobody'), { login: ' N.Body ', trackerUid: '9007199254740991' }, 'nobody'),
      own('nobody', { login: 'N.Body', trackerUid: '9007199254740991' }),
    ),
    step(
      get(identity('nobody'), 'nobody'),
      own('nobody', { login: 'N.Body', trackerUid: '9007199254740991' }),
    ),
    step(
      post(identity('nobody'), { passportUid: '7', login: ' ' }, 'nobody'),
      own('nobody', { passportUid: '7' }),
    ),
    step(post(identity('nobody'), {}, 'nobody'), own('nobody', {})),
    step(get(identity('nobody'), 'nobody'), own('nobody', {})),
  ),
  story(
    'a Tracker login that is somebody else’s too is told, in any letter case, and whose to those alone who administer users',
    step(post(identity('reader'), { login: 'B.ORLOV' }, 'reader'), taken('reader', { login: 'B.ORLOV' })),
    step(post(identity('nobody'), { login: 'b.orlov' }, 'nobody'), taken('nobody', { login: 'b.orlov' })),
    step(get(identity('nobody'), 'nobody'), taken('nobody', { login: 'b.orlov' })),
    step(
      get(identity('boris'), 'admin'),
      own('boris', { login: 'b.orlov' }, 'Nobody Special', 'Rita Reader'),
    ),
    step(post(identity('nobody'), {}, 'nobody'), own('nobody', {})),
    step(post(identity('reader'), {}, 'reader'), own('reader', {})),
  ),
  story(
    'who somebody else is in Tracker may be known and changed by those who administer users alone',
    step(get(identity('jane'), 'reader'), refused('forbidden', 'key')),
    step(post(identity('jane'), { login: 'me.now' }, 'reader'), refused('forbidden', 'key')),
    step(post(identity('lab'), { login: 'lab' }, 'admin'), own('lab', { login: 'lab' })),
    step(post(identity('lab'), {}, 'admin'), own('lab', {})),
    step(
      get(identity('jane')),
      ok(expect.objectContaining({ identity: expect.objectContaining({ login: 'jane.roe' }) })),
    ),
  ),
  rule(
    'every malformed part of a Tracker identity is named',
    post(identity('jane'), { login: 'Яна', trackerUid: 17, passportUid: '9007199254740992' }),
    refused('malformed', 'login', 'trackerUid', 'passportUid'),
  ),
  rule('a Tracker identity is an object', post(identity('jane'), '"jane"'), refused('malformed', 'body')),

  rule(
    "a project's overview says what holds there",
    get(overview('BUSY')),
    ok({
      key: 'BUSY',
      name: 'Busy',
      isArchived: false,
      settings: [
        {
          name: 'disclosure',
          value: 'full',
          source: 'default',
          otherwise: { value: 'full', source: 'default' },
        },
        {
          ...{ name: 'statusField', value: 'Stage', source: 'project', own: 'Stage', fieldExists: true },
          otherwise: { value: 'State', source: 'default', fieldExists: true },
        },
        {
          ...{ name: 'deadlineField', value: 'Due Date', source: 'default', fieldExists: true },
          otherwise: { value: 'Due Date', source: 'default', fieldExists: true },
        },
        {
          ...{ name: 'assigneeField', value: 'Assignee', source: 'default', fieldExists: true },
          otherwise: { value: 'Assignee', source: 'default', fieldExists: true },
        },
      ],
      linked: { issues: expect.any(Number), articles: expect.any(Number) },
    }),
  ),
  rule(
    'an archived project says so in its overview',
    get(overview('ARC')),
    ok(expect.objectContaining({ name: 'Архив', isArchived: true, linked: { issues: 0, articles: 0 } })),
  ),
  story(
    "a project's linked issues and articles are counted and listed as far as one may see them",
    step(
      post(`${scope.global}/links`, { issueKey: 'PART-1', entityIds: ['DEMO-5', 'DEMO-2', 'DEMO-A-2'] }),
      linked('PART-1', 'DEMO-5', 'DEMO-2', 'DEMO-A-2'),
    ),
    step(
      get(linkedOf('DEMO', '?text=part-1')),
      ok({
        total: 3,
        entities: [
          {
            kind: 'issue',
            key: 'DEMO-2',
            summary: 'Поиск не находит «ё»',
            url: expect.stringMatching(/\/issue\/DEMO-2$/),
            isResolved: true,
            links: expect.arrayContaining([expect.objectContaining({ issueKey: 'PART-1' })]),
          },
          expect.objectContaining({ key: 'DEMO-5', isResolved: false }),
          expect.objectContaining({ kind: 'article', key: 'DEMO-A-2' }),
        ],
        people: expect.objectContaining({ jane: 'Jane Roe' }),
      }),
    ),
    step(
      get(linkedOf('DEMO', '?text=part-1'), 'reader'),
      ok(
        expect.objectContaining({
          total: 2,
          entities: [
            expect.objectContaining({ key: 'DEMO-2' }),
            expect.objectContaining({ key: 'DEMO-A-2' }),
          ],
        }),
      ),
    ),
    step(
      get(linkedOf('DEMO', `?text=${encodeURIComponent('СЛОВАРЬ')}&kind=article`)),
      ok(expect.objectContaining({ total: 1, entities: [expect.objectContaining({ key: 'DEMO-A-2' })] })),
    ),
    step(
      get(linkedOf('DEMO', '?text=part-1&skip=1&top=1')),
      ok(expect.objectContaining({ total: 3, entities: [expect.objectContaining({ key: 'DEMO-5' })] })),
    ),
  ),
  rule(
    "an unreadable value shows in its project's list",
    get(linkedOf('BUSY', '?text=busy-28&kind=&text2=ignored')),
    ok(
      expect.objectContaining({
        entities: [expect.objectContaining({ key: 'BUSY-28', links: [], unreadable: true })],
      }),
    ),
  ),
  rule(
    "every malformed parameter of a project's list is named",
    get(linkedOf('DEMO', `?text=${'x'.repeat(101)}&kind=user&skip=-1&top=201`)),
    refused('malformed', 'text', 'kind', 'skip', 'top'),
  ),
];
