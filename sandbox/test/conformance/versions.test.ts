import { expect } from '@jest/globals';
import { endpoint, handler } from '../support/pack-app.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const manifest = { name: 'versions', title: 'Версии', version: '1.0.0' };
const at = '/api/issues/DEMO-2/extensionEndpoints/versions/look/';

/** `{"in": …, "read": …}`: whether the member is there, and what reading it gives or throws. */
const look = (path: string, owner: string, name: string) =>
  endpoint(
    `GET ${path}`,
    `const owner = ${owner}; let read; try { read = owner.${name}; read = 'reads'; } catch (e) { read = e.message; }
     ctx.response.json({ in: '${name}' in owner, read });`,
    `scope: 'issue'`,
  );
const members: readonly (readonly [path: string, owner: string, name: string, as: string, since: string])[] =
  [
    ['boards', 'ctx.issue', 'boards', 'Issue.boards', '2026.2'],
    ['groups', 'ctx.issue.project.articles.first()', 'permittedGroups', 'Article.permittedGroups', '2026.1'],
    [
      'original',
      'ctx.issue.project.articles.first()',
      'originalArticle',
      'BaseArticle.originalArticle',
      '2026.1',
    ],
    ['icon', 'ctx.project', 'iconUrl', 'Project.iconUrl', '2026.2'],
    ['async', 'ctx', 'invokeAsync', 'ctx.invokeAsync', '2026.2'],
    ['load', 'ctx', 'load', 'ctx.load', '2026.2'],
    [
      'http',
      `new (require('@jetbrains/youtrack-scripting-api/http').Connection)('x')`,
      'postAsync',
      'Connection.postAsync',
      '2026.2',
    ],
    [
      'types',
      `require('@jetbrains/youtrack-scripting-api/entities')`,
      'UserType',
      'entities.UserType',
      '2026.2',
    ],
  ];
const alwaysThere = ['watchers', 'summary', 'fields', 'isVisibleTo'];
const scripts = {
  'look.js': handler(
    ...members.map(([path, owner, name]) => look(path, owner, name)),
    ...alwaysThere.map((name) => look(name, 'ctx.issue', name)),
    endpoint('POST assign', `ctx.issue.project.articles.first().permittedUsers = []`, `scope: 'issue'`),
    endpoint(
      'GET unknown',
      `ctx.response.json({ value: typeof ctx.issue.nobodyKnows, field: String(ctx.issue.State) })`,
      `scope: 'issue'`,
    ),
    endpoint(
      'GET licence',
      `ctx.response.text(require('@jetbrains/youtrack-scripting-api/license').licenseInfo.youTrackVersion)`,
      `scope: 'issue'`,
    ),
  ),
};

const isThere = (path: string): Row => ({
  rule: `${path} is there`,
  source: 'entities',
  send: `GET ${at}${path}`,
  expect: { json: { in: true, read: 'reads' } },
});
const isLater = ([path, , , as, since]: (typeof members)[number], version: string): Row => ({
  rule: `${as} is not there, and reading it says why`,
  source: 'changeLog',
  send: `GET ${at}${path}`,
  expect: {
    json: {
      in: false,
      read: expect.stringContaining(`${as} came with YouTrack ${since}, and this is ${version}`),
    },
  },
});

for (const version of ['2025.3', '2026.1', '2026.2']) {
  runGroup({
    name: `YouTrack ${version}`,
    world: fullWorld,
    flags: ['--youtrack', version],
    apps: { versions: { 'manifest.json': { ...manifest, minYouTrackVersion: '2025.3.0' }, ...scripts } },
    rows: [
      ...members.map((member) => (member[4] <= version ? isThere(member[0]) : isLater(member, version))),
      ...alwaysThere.map(isThere),
      {
        rule: 'assigning a member that came later fails, too',
        source: 'chosen',
        send: `POST ${at}assign`,
        expect: version === '2025.3' ? { status: 500 } : {},
      },
      {
        rule: 'unknown names and custom fields read as ever',
        source: 'typings',
        send: `GET ${at}unknown`,
        expect: { json: { value: 'undefined', field: expect.any(String) } },
      },
      {
        rule: 'the licence says the version',
        source: 'license',
        send: `GET ${at}licence`,
        expect: { text: version },
      },
      {
        rule: 'the configuration says the version',
        source: 'chosen',
        send: 'GET /api/config?fields=version',
        expect: { json: { version: `${version}.0`, $type: 'AppConfig' } },
      },
      {
        rule: 'a project has a team over REST since 2026.1',
        source: 'restChangelog',
        send: 'GET /api/admin/projects/DEMO?fields=shortName,team',
        expect: {
          json:
            version === '2025.3'
              ? { shortName: 'DEMO', $type: 'Project' }
              : expect.objectContaining({ team: expect.anything() }),
        },
      },
      {
        rule: 'an app that needs 2026.2 is refused by what is older',
        source: 'manifest',
        imports: { 'manifest.json': { ...manifest, name: 'needy', minYouTrackVersion: '2026.2.0' } },
        expect:
          version === '2026.2'
            ? { status: 200 }
            : { status: 400, text: /needs YouTrack 2026\.2\.0 or later; this is/ },
      },
    ],
  });
}
