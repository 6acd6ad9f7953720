import { expect } from '@jest/globals';
import { formatCursor } from '../../../src/administration/link-cursor.ts';
import type { Case } from '../case.ts';
import { del, get, linked, ok, post, refusal, refused, removed, rule, scope, step, story } from '../say.ts';

const { admin } = scope;
const asAdmin = (path: string) => get(`${admin}/${path}`, 'admin');
const asKeeper = (path: string) => get(`${admin}/${path}`, 'keeper');
const base = 'https://youtrack.example.com';
const global = `${base}/api/extensionEndpoints/tracker-links/global`;
const known = {
  name: 'YouTrack',
  defaultIconUrl: `${base}/favicon.ico`,
  frontUrl: `${base}/issue/{{remoteKey}}`,
};

/** Where a list by key goes on behind the link of OPS-1 to ADMQ-2, whether or not there still is one. */
const afterOps1 = formatCursor({
  sort: 'key',
  position: { addedAt: 0, addedBy: '', kind: 'issue', key: 'OPS-1', issueKey: 'ADMQ-2' },
});
const broken = { kind: 'issue', key: 'BUSY-28', reason: 'not_json', characters: 5, beginning: '{oops' };
const newer = '{"v":99,"links":{}}';

/** What the administration page asks for. */
export const adminCases: readonly Case[] = [
  ...[
    'registration',
    'samples?projects=DEMO',
    'status',
    'connection',
    'reconcile',
    'export',
    'links',
    'audit',
  ].map((path) =>
    rule(
      `the administration's ${path} is for those who administer apps`,
      get(`${admin}/${path}`),
      refused('forbidden', 'caller'),
    ),
  ),
  rule(
    'a refusal of the administration fits into an envelope',
    get(`${admin}/audit?envelope=true`, 'robot'),
    ok({ ok: false, status: 403, problem: refusal('forbidden', 'caller') }),
  ),
  rule('a guest has no administration', get(`${admin}/status`, null), { status: 401 }),

  rule(
    'a registration fills in every parameter for every kind of objects, with a token and without',
    asAdmin(`registration?baseUrl=${encodeURIComponent('https://YouTrack.example.com/')}&project=demo`),
    ok({
      baseUrl: base,
      responsible: { name: 'Ada Adler', login: 'admin' },
      guest: { sees: [], links: [] },
      applications: [
        {
          ...known,
          kind: 'issue',
          access: 'token',
          id: 'com.example.youtrack.issue',
          entityInfoUrl: `${base}${scope.issue('{{remoteKey}}')}/info`,
          createLinkUrl: `${global}/links?kind=issue`,
          removeLinkUrl: `${global}/links?issueKey={{issueKey}}&remoteKey={{remoteKey}}&kind=issue`,
          canLinkFromFront: true,
        },
        {
          ...known,
          kind: 'issue',
          access: 'guest',
          id: 'com.example.youtrack.issue',
          entityInfoUrl: `${base}${scope.issue('{{remoteKey}}')}/info`,
          createLinkUrl: `${base}${scope.project('DEMO')}/links`,
          removeLinkUrl: `${base}${scope.issue('{{remoteKey}}')}/links?issueKey={{issueKey}}`,
          canLinkFromFront: true,
        },
        expect.objectContaining({ kind: 'article', access: 'token' }),
        expect.objectContaining({ kind: 'article', access: 'guest' }),
        expect.objectContaining({ kind: 'project', access: 'token' }),
        expect.objectContaining({ kind: 'project', access: 'guest' }),
        expect.objectContaining({
          kind: 'user',
          access: 'token',
          entityInfoUrl: `${base}${scope.user('{{remoteKey}}')}/info`,
          createLinkUrl: `${global}/links?kind=user`,
        }),
        expect.objectContaining({ kind: 'user', access: 'guest', canLinkFromFront: false }),
      ],
    }),
  ),
  rule(
    'a registration takes the address of the server from the server where it can',
    asAdmin('registration'),
    ok(expect.objectContaining({ baseUrl: expect.stringMatching(/^https?:\/\/[^/]+$/) })),
  ),
  rule(
    "a registration takes the server's address from that of one of its pages",
    asAdmin(`registration?baseUrl=${encodeURIComponent(`${base}/issue/DEMO-1`)}`),
    ok(expect.objectContaining({ baseUrl: base })),
  ),
  rule(
    'a registration for a project that is nowhere is not found',
    asAdmin(`registration?baseUrl=${base}&project=NOWHERE`),
    refused('not_found', 'project'),
  ),
  rule(
    'a registration for a project one may not see is the same',
    asKeeper(`registration?baseUrl=${base}&project=DEMO`),
    {
      status: 404,
      sameAs: asKeeper(`registration?baseUrl=${base}&project=NOWHERE`),
    },
  ),
  rule(
    'every malformed parameter of a registration is named',
    asAdmin('registration?baseUrl=youtrack.example.com&project=DE%2FMO'),
    refused('malformed', 'baseUrl', 'project'),
  ),

  rule(
    'the status says what the server can check of itself',
    asAdmin('status'),
    ok({
      app: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      settings: {
        disclosure: 'full',
        serviceAccount: 'robot',
        trackerSite: 'https://tracker.yandex.ru',
        resolvedIconUrl: 'https://icons.example/done.svg',
      },
      samples: {
        issue: expect.stringMatching(/^[A-Z]+-\d+$/),
        article: expect.stringMatching(/^[A-Z]+-A-\d+$/),
        project: expect.stringMatching(/^[A-Z]+$/),
        user: 'admin',
      },
      checks: [
        { id: 'service-account', state: 'ok', login: 'robot' },
        { id: 'service-account-rights', state: 'ok', missing: ['UPDATE_USER'], projects: [] },
        {
          id: 'disclosure',
          state: 'ok',
          level: 'full',
          stricter: [
            { project: 'HUSH', level: 'key' },
            { project: 'ODD', level: 'key' },
            { project: 'OPS', level: 'status' },
          ],
        },
        {
          id: 'fields',
          state: 'warning',
          missing: [
            { project: 'STG', setting: 'assigneeField', field: 'Assignee', reason: 'unnamed' },
            { project: 'TWO', setting: 'statusField', field: 'State', reason: 'unnamed' },
            { project: 'TWO', setting: 'deadlineField', field: 'Due Date', reason: 'unnamed' },
            { project: 'TWO', setting: 'assigneeField', field: 'Assignee', reason: 'unnamed' },
          ],
        },
        { id: 'guest', state: 'ok', banned: false, canReadIssues: true },
        { id: 'identities', state: 'ok', known: 2 },
        { id: 'stored-values', state: 'failed', unreadable: 3 },
        { id: 'icons', state: 'ok' },
      ],
      calls: expect.any(Array),
    }),
  ),
  rule(
    'objects of projects to try addresses with are those that the caller may see',
    asAdmin('samples?projects=demo,NOWHERE,%20OPS'),
    ok({
      projects: [
        {
          project: 'DEMO',
          isVisible: true,
          issue: expect.stringMatching(/^DEMO-\d+$/),
          article: expect.stringMatching(/^DEMO-A-\d+$/),
          lacking: [],
        },
        { project: 'NOWHERE', isVisible: false },
        expect.objectContaining({ project: 'OPS', isVisible: true }),
      ],
    }),
  ),
  rule(
    'of a project that the caller may not see there is nothing to try',
    asKeeper('samples?projects=DEMO'),
    ok({ projects: [{ project: 'DEMO', isVisible: false }] }),
  ),
  rule(
    'a malformed key among projects to try is malformed',
    asAdmin('samples?projects=DEMO,,a%2Fb'),
    refused('malformed', 'projects'),
  ),
  rule('projects to try must be named', asAdmin('samples'), refused('malformed', 'projects')),
  rule(
    'more than fifty projects cannot be tried at once',
    asAdmin(`samples?projects=${Array.from({ length: 51 }, () => 'DEMO').join()}`),
    refused('malformed', 'projects'),
  ),
  story(
    'the day on which the letter was sent is kept, and forgotten',
    step(
      post(`${admin}/registration`, { sentOn: ' 2026-02-28 ' }, 'admin'),
      ok({ letterSentOn: '2026-02-28' }),
    ),
    step(asAdmin('status'), ok(expect.objectContaining({ letterSentOn: '2026-02-28' }))),
    step(post(`${admin}/registration`, { sentOn: '28.02.2026' }, 'admin'), refused('malformed', 'sentOn')),
    step(
      post(`${admin}/registration`, { sentOn: '2026-02-28T10:00Z' }, 'admin'),
      refused('malformed', 'sentOn'),
    ),
    step(post(`${admin}/registration`, { sentOn: '' }, 'admin'), ok({})),
    step(post(`${admin}/registration`, { sentOn: null }, 'admin'), ok({})),
    step(asAdmin('status'), ok(expect.not.objectContaining({ letterSentOn: expect.anything() }))),
  ),
  story(
    'what was written into the letter is kept, whatever is said of its day',
    step(
      post(
        `${admin}/registration`,
        {
          letter: {
            organization: ' Ромашка ',
            contact: 'Дежурный <duty@example.com>',
            names: { issue: 'Ютрек', user: ' ' },
          },
        },
        'admin',
      ),
      ok({
        letter: {
          organization: 'Ромашка',
          contact: 'Дежурный <duty@example.com>',
          names: { issue: 'Ютрек' },
        },
      }),
    ),
    step(
      post(`${admin}/registration`, { sentOn: '2026-02-28' }, 'admin'),
      ok({ letterSentOn: '2026-02-28', letter: expect.objectContaining({ organization: 'Ромашка' }) }),
    ),
    step(
      asAdmin('registration?baseUrl=https://youtrack.example.com'),
      ok(expect.objectContaining({ letter: expect.objectContaining({ names: { issue: 'Ютрек' } }) })),
    ),
    step(
      post(`${admin}/registration`, { letter: { contact: 'о'.repeat(256), names: { issue: 5 } } }, 'admin'),
      refused('malformed', 'letter.contact', 'letter.names.issue'),
    ),
    step(
      post(
        `${admin}/registration`,
        { letter: { names: { article: 'Статьи', project: 'Проекты', user: 'Люди' } } },
        'admin',
      ),
      ok(
        expect.objectContaining({
          letter: { names: { article: 'Статьи', project: 'Проекты', user: 'Люди' } },
        }),
      ),
    ),
    step(post(`${admin}/registration`, { letter: 'Ромашка' }, 'admin'), refused('malformed', 'letter')),
    step(
      post(`${admin}/registration`, {}, 'admin'),
      ok(expect.objectContaining({ letterSentOn: '2026-02-28' })),
    ),
    step(post(`${admin}/registration`, { sentOn: null, letter: null }, 'admin'), ok({})),
  ),
  rule(
    'the letter’s day is for those who administer apps',
    post(`${admin}/registration`, { sentOn: '2026-02-28' }),
    refused('forbidden', 'caller'),
  ),
  rule(
    'the status gives no keys that the caller may not see',
    asKeeper('status'),
    ok(expect.objectContaining({ samples: { user: 'keeper' } })),
  ),

  story(
    'every link of the system can be found, by everything that is known of it',
    step(
      post(`${scope.global}/links`, { issueKey: 'ADMQ-10', entityIds: ['OPS-1', 'DEMO-A-5', 'user:jane'] }),
      linked('ADMQ-10', 'OPS-1', 'DEMO-A-5', 'jane'),
    ),
    step(
      post(`${scope.global}/links`, { issueKey: 'ADMQ-2', entityIds: ['OPS-1'] }, 'robot'),
      linked('ADMQ-2', 'OPS-1'),
    ),
    step(
      asAdmin('links?queue=admq&sort=key'),
      ok({
        total: 4,
        before: 0,
        links: [
          expect.objectContaining({ kind: 'article', key: 'DEMO-A-5', issueKey: 'ADMQ-10' }),
          expect.objectContaining({ key: 'OPS-1', issueKey: 'ADMQ-2', addedBy: 'robot', via: 'tracker' }),
          {
            kind: 'issue',
            key: 'OPS-1',
            summary: 'Move the cluster',
            project: 'OPS',
            entityUrl: expect.stringMatching(/\/issue\/OPS-1$/),
            issueKey: 'ADMQ-10',
            url: 'https://tracker.yandex.ru/ADMQ-10',
            addedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
            addedBy: 'jane',
            via: 'youtrack',
          },
          expect.objectContaining({
            kind: 'user',
            key: 'jane',
            summary: 'Jane Roe',
            entityUrl: '/users/jane',
          }),
        ],
        people: { jane: 'Jane Roe', robot: 'Yandex Tracker' },
        facets: {
          projects: expect.arrayContaining([{ key: 'OPS', name: 'Operations', count: expect.any(Number) }]),
          queues: expect.arrayContaining([{ queue: 'ADMQ', count: 4 }]),
          people: expect.arrayContaining([{ login: 'jane', name: 'Jane Roe', count: expect.any(Number) }]),
          kinds: expect.arrayContaining([{ kind: 'user', count: expect.any(Number) }]),
        },
      }),
    ),
    step(
      asAdmin(
        'links?queue=ADMQ&project=ops&via=tracker&who=ROBOT&kind=issue&text=CLUSTER&addedAfter=2020-01-01',
      ),
      ok(expect.objectContaining({ total: 1, links: [expect.objectContaining({ issueKey: 'ADMQ-2' })] })),
    ),
    step(
      asAdmin('links?queue=ADMQ&addedBefore=2020-01-01T00:00:00Z'),
      ok(expect.objectContaining({ total: 0, links: [], people: {} })),
    ),
    step(
      asAdmin('links?queue=ADMQ&sort=-issueKey&skip=3&top=1000'),
      ok(expect.objectContaining({ total: 4, links: [expect.objectContaining({ issueKey: 'ADMQ-2' })] })),
    ),
    step(
      asAdmin('links?queue=ADMQ&sort=key&top=2'),
      ok(
        expect.objectContaining({
          total: 4,
          before: 0,
          next: expect.stringMatching(/^[A-Za-z0-9_-]+$/),
          links: [expect.objectContaining({ key: 'DEMO-A-5' }), expect.objectContaining({ key: 'OPS-1' })],
        }),
      ),
    ),
    step(del(`${scope.global}/links?issueKey=ADMQ-2&remoteKey=OPS-1`), removed('ADMQ-2', 'OPS-1')),
    step(
      asAdmin(`links?queue=ADMQ&top=2&after=${afterOps1}`),
      ok(
        expect.objectContaining({
          total: 3,
          before: 1,
          links: [
            expect.objectContaining({ key: 'OPS-1', issueKey: 'ADMQ-10' }),
            expect.objectContaining({ key: 'jane' }),
          ],
        }),
      ),
    ),
    step(
      asKeeper('links?queue=ADMQ&sort=-key&top=1'),
      ok(expect.objectContaining({ links: [expect.objectContaining({ key: 'jane', summary: 'jane' })] })),
    ),
    step(asKeeper('links?queue=ADMQ&text=cluster'), ok(expect.objectContaining({ total: 0 }))),
  ),
  rule(
    'every malformed parameter of all links is named',
    asAdmin(
      `links?project=a%2Fb&kind=x&queue=1&who=${'x'.repeat(256)}&via=x&addedAfter=x&addedBefore=2026-02-30` +
        `&text=${'x'.repeat(101)}&sort=summary&after=x&skip=x&top=1001`,
    ),
    refused(
      'malformed',
      'project',
      'kind',
      'queue',
      'who',
      'via',
      'addedAfter',
      'addedBefore',
      'text',
      'sort',
      'after',
      'skip',
      'top',
    ),
  ),
  rule(
    'a filter that is given twice is malformed',
    asAdmin('links?queue=A&queue=B&envelope=maybe'),
    refused('malformed', 'envelope', 'queue'),
  ),

  rule(
    'the audit shows every value that cannot be read, whatever its flag says',
    asAdmin('audit'),
    ok({
      sharedIdentities: [],
      total: 3,
      entities: [
        { ...broken, summary: 'Busy number 28', entityUrl: expect.stringMatching(/\/issue\/BUSY-28$/) },
        expect.objectContaining({
          key: 'BUSY-29',
          reason: 'newer_version',
          version: 99,
          characters: newer.length,
          beginning: newer,
        }),
        expect.objectContaining({
          kind: 'article',
          key: 'HID-A-1',
          summary: 'Hidden page',
          reason: 'wrong_shape',
          beginning: '["ссылка"]',
        }),
      ],
    }),
  ),
  rule(
    'the audit shows the key alone of what one may not see',
    asKeeper('audit?skip=2&top=1'),
    ok({
      total: 3,
      entities: [expect.objectContaining({ key: 'HID-A-1', summary: 'HID-A-1' })],
      sharedIdentities: [],
    }),
  ),
  rule(
    'the audit of one key gives the whole value',
    asAdmin('audit?key=busy-29'),
    ok({ total: 1, entities: [expect.objectContaining({ key: 'BUSY-29', value: newer })] }),
  ),
  story(
    'the audit shows who claims to be the same in Tracker, and what they claim to those who administer users',
    step(post(`${scope.user('nobody')}/identity`, { login: 'B.Orlov' }, 'nobody'), { status: 200 }),
    step(
      asAdmin('audit?top=1'),
      ok(
        expect.objectContaining({
          sharedIdentities: [
            {
              member: 'login',
              value: expect.stringMatching(/^b\.orlov$/i),
              users: [
                { key: 'boris', name: 'Борис Орлов', entityUrl: '/users/boris' },
                { key: 'nobody', name: 'Nobody Special', entityUrl: '/users/nobody' },
              ],
            },
          ],
        }),
      ),
    ),
    step(
      asKeeper('audit'),
      ok(
        expect.objectContaining({
          sharedIdentities: [
            {
              member: 'login',
              users: [
                { key: 'boris', name: 'boris', entityUrl: '/users/boris' },
                { key: 'nobody', name: 'nobody', entityUrl: '/users/nobody' },
              ],
            },
          ],
        }),
      ),
    ),
    step(post(`${scope.user('nobody')}/identity`, {}, 'nobody'), { status: 200 }),
  ),
  rule(
    'what can be read is never forgotten',
    post(`${admin}/audit/forget`, { kind: 'issue', key: 'DEMO-1' }, 'admin'),
    ok({ kind: 'issue', key: 'DEMO-1', isForgotten: false }),
  ),
  rule(
    'of what is nowhere nothing is forgotten',
    post(`${admin}/audit/forget`, { kind: 'issue', key: 'NOWHERE-1' }, 'admin'),
    refused('not_found', 'key'),
  ),
  rule(
    'what is to be forgotten must be named',
    post(`${admin}/audit/forget`, { kind: 'board' }, 'admin'),
    refused('malformed', 'kind', 'key'),
  ),
  rule('the audit of a readable object and of none are the same', asAdmin('audit?key=DEMO-1'), {
    status: 200,
    sameAs: asAdmin('audit?key=NOWHERE-1'),
  }),
  rule(
    'every malformed parameter of the audit is named',
    asAdmin('audit?key=a%20b&skip=1.5&top=0'),
    refused('malformed', 'key', 'skip', 'top'),
  ),

  story(
    'the addresses of the registration for issues link and unlink issues alone',
    step(post(`${scope.global}/links?kind=issue`, { issueKey: 'KIND-2', entityIds: ['DEMO'] }, 'admin'), {
      status: 404,
    }),
    step(
      post(`${scope.global}/links?kind=issue`, { issueKey: 'KIND-2', entityIds: ['DEMO-3'] }),
      linked('KIND-2', 'DEMO-3'),
    ),
    step(
      del(`${scope.global}/links?issueKey=KIND-2&remoteKey=DEMO-3&kind=issue`),
      removed('KIND-2', 'DEMO-3'),
    ),
    step(del(`${scope.global}/links?issueKey=KIND-2&remoteKey=DEMO&kind=issue`, 'admin'), { status: 404 }),
  ),
  story(
    'an address that says the kind links the person, though a project has the same name',
    step(
      post(`${scope.global}/links?kind=user`, { issueKey: 'KIND-1', entityIds: ['demo'] }, 'admin'),
      linked('KIND-1', 'demo'),
    ),
    step(
      post(`${scope.global}/links`, { issueKey: 'KIND-1', entityIds: ['demo'] }, 'admin'),
      linked('KIND-1', 'DEMO'),
    ),
  ),
  rule(
    'an unknown kind in the address is malformed',
    post(`${scope.global}/links?kind=people`, { issueKey: 'KIND-1', entityIds: ['demo', ''] }),
    refused('malformed', 'kind', 'entityIds[1]'),
  ),
  rule(
    'the status tells the last calls of Tracker’s account',
    asAdmin('status'),
    ok(
      expect.objectContaining({
        calls: expect.arrayContaining([
          {
            kind: 'article',
            at: expect.stringMatching(/Z$/),
            address: expect.stringMatching(/^GET .*\/article\/info$/),
            status: expect.any(Number),
          },
        ]),
      }),
    ),
  ),
];
