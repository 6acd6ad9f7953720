import { expect } from '@jest/globals';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';
import { conformanceWorld } from './world.ts';

const world = {
  ...conformanceWorld,
  tags: [{ name: 'важно', owner: 'admin' }],
};
const issue = '/api/issues/DEMO-1';

const posts = (rule: string, path: string, body: unknown, status: number, said: RegExp): Row => ({
  rule,
  source: 'chosen',
  send: `POST ${path}`,
  body,
  expect: { status, text: said },
});

const boundary = '----boundary';
const form = [
  `--${boundary}\r\nContent-Disposition: form-data; name="visibility"\r\n\r\nLimited\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nпривет\r\n`,
  `--${boundary}--\r\n`,
].join('');

runGroup({
  name: 'what a REST call names is applied, refused or 501',
  world,
  apps: {},
  rows: [
    posts(
      'an unknown attribute beside a named issue',
      `${issue}/links/106-1/issues`,
      { idReadable: 'DEMO-2', nonsense: 1 },
      400,
      /nonsense/,
    ),
    posts(
      'another summary of an issue that is linked',
      `${issue}/links/106-1/issues`,
      { idReadable: 'DEMO-2', summary: 'другое' },
      501,
      /summary/,
    ),
    posts(
      'a linked issue as it was read',
      `${issue}/links/106-1/issues?fields=idReadable`,
      { $type: 'Issue', idReadable: 'DEMO-2', summary: 'Second' },
      200,
      /DEMO-2/,
    ),
    posts(
      'an unknown attribute of a tag that is put on',
      `${issue}/tags`,
      { name: 'важно', nonsense: 1 },
      400,
      /nonsense/,
    ),
    posts(
      'an unknown attribute of the project an issue moves to',
      `${issue}/project`,
      { shortName: 'OPS', nonsense: 1 },
      400,
      /nonsense/,
    ),
    posts(
      'another name of the project an issue moves to',
      `${issue}/project`,
      { shortName: 'OPS', name: 'Другое' },
      501,
      /name/,
    ),
    posts(
      'an unknown attribute of an issue that a command is for',
      '/api/commands',
      { query: 'Priority Major', issues: [{ id: 'DEMO-1', nonsense: 1 }] },
      400,
      /nonsense/,
    ),
    posts(
      'an unknown attribute of a visibility',
      issue,
      { visibility: { permittedGroups: [{ name: 'Team' }], nonsense: 1 } },
      400,
      /nonsense/,
    ),
    posts(
      'an unknown attribute of a group in it',
      issue,
      { visibility: { permittedGroups: [{ name: 'Team', nonsense: 1 }] } },
      400,
      /nonsense/,
    ),
    posts('a visibility that is none', issue, { visibility: 'Team' }, 400, /visibility/),
    posts(
      'a kind of visibility that is none',
      issue,
      { visibility: { $type: 'NoVisibility', permittedGroups: [] } },
      400,
      /LimitedVisibility/,
    ),
    posts(
      'what nobody can set of a visibility',
      issue,
      { visibility: { implicitPermittedUsers: [{ login: 'joe' }] } },
      501,
      /implicitPermittedUsers/,
    ),
    posts(
      'a visibility as the reference writes it',
      `${issue}?fields=visibility(permittedGroups(name))`,
      { visibility: { $type: 'LimitedVisibility', permittedGroups: [{ name: 'Team' }] } },
      200,
      /Team/,
    ),
    {
      ...posts('a text beside the files of a form', `${issue}/attachments`, undefined, 501, /visibility/),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: form,
    },
    posts(
      'a custom field as the type it is read as',
      issue,
      { customFields: [{ $type: 'StateIssueCustomField', name: 'State', value: { name: 'Fixed' } }] },
      200,
      /2-/,
    ),
    posts(
      'as the type of another field',
      issue,
      { customFields: [{ $type: 'SingleEnumIssueCustomField', name: 'State', value: { name: 'Open' } }] },
      400,
      /State is a StateIssueCustomField, not a \\"SingleEnum/,
    ),
    posts(
      'as one value where there are several',
      `${issue}/customFields/Versions`,
      { $type: 'SingleVersionIssueCustomField', value: [{ name: '1.0' }] },
      400,
      /MultiVersionIssueCustomField/,
    ),
    posts(
      'an unknown attribute of a value',
      `${issue}/customFields/State`,
      { value: { name: 'Open', nonsense: 1 } },
      400,
      /nonsense/,
    ),
    posts(
      'another attribute of a value',
      `${issue}/customFields/State`,
      { value: { name: 'Open', isResolved: true } },
      501,
      /isResolved/,
    ),
    {
      rule: 'the state is what the first of these made it',
      source: 'restIssues',
      send: `GET ${issue}/customFields/State?fields=value(name)`,
      expect: {
        status: 200,
        json: expect.objectContaining({ value: expect.objectContaining({ name: 'Fixed' }) }),
      },
    },
  ],
});

const logged = '/api/admin/apps/shy/logs?fields=message';
const app = {
  'global.js':
    "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hi', handle: (ctx) => ctx.response.text('да') }] };",
};
const refused = (rule: string, authorization: string, said: RegExp): Row[] => [
  {
    rule,
    source: 'chosen',
    as: null,
    send: 'GET /api/extensionEndpoints/shy/global/hi',
    headers: { authorization },
    expect: { status: 401, text: /^(?!.*world)(?!.*banned)/ },
  },
  {
    rule: `${rule}: the app's log says why`,
    source: 'chosen',
    send: `GET ${logged}`,
    expect: { status: 200, text: said },
  },
];

runGroup({
  name: 'why a request is answered 401',
  apps: { shy: app },
  rows: [
    ...refused(
      'a token of nobody',
      'Bearer perm:nobody',
      /answered 401: the token names no user of this world: perm:nobody/,
    ),
    ...refused('a banned user', 'Bearer perm:ghost', /answered 401: the user ghost is banned/),
    ...refused('another scheme', 'OAuth y0_secret', /answered 401: the header Authorization is not/),
    ...refused(
      'a token of a real server',
      'Bearer perm:YWRtaW4=.NDItMQ==.secretsecret',
      /names no user of this world: perm:YWRtaW…/,
    ),
  ],
});
