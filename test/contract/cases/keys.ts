import { expect } from '@jest/globals';
import type { Case, Expected, Sent } from '../case.ts';
import {
  alreadyLinked,
  del,
  get,
  linked,
  lists,
  notLinked,
  ok,
  post,
  refused,
  removed,
  rule,
  scope,
  step,
  story,
} from '../say.ts';
import { thisServer } from '../send.ts';

const links = `${scope.global}/links`;
const encoded = encodeURIComponent;
const info = (key: string, kind = '') => get(`${scope.global}/info?key=${encoded(key)}${kind}`, 'admin');
const unlink = (issueKey: string, key: string, kind = ''): Sent =>
  del(`${links}?issueKey=${issueKey}&remoteKey=${encoded(key)}${kind}`, 'admin');
const create = (issueKey: string, entityIds: readonly string[], kind = ''): Sent =>
  post(`${links}${kind}`, { issueKey, entityIds }, 'admin');
const about = (key: string): Expected => ({ status: 200, body: expect.objectContaining({ key }) });

/** An object of every kind: its address's scope, its key, and other ways to write it. */
const longLogin = 'd'.repeat(150);
const directoryLogin = 'CORP\\вася';
const objects: readonly {
  at: string;
  key: string;
  kind: string;
  written: readonly string[];
  isSaid?: true;
}[] = [
  {
    at: scope.issue('BUSY-26'),
    key: 'BUSY-26',
    kind: 'issue',
    written: ['busy-26', ' BUSY-26\t', `${thisServer}/issue/busy-26/Busy`],
  },
  {
    at: scope.article('BUSY-A-1'),
    key: 'BUSY-A-1',
    kind: 'article',
    written: ['busy-a-1', `${thisServer}/articles/BUSY-A-1?replyTo=1`],
  },
  {
    at: scope.project('BUSY'),
    key: 'BUSY',
    kind: 'project',
    written: ['busy', 'project:BUSY', `${thisServer}/projects/BUSY/issues`],
  },
  {
    at: scope.user('jane'),
    key: 'jane',
    kind: 'user',
    written: ['Jane', 'user:JANE', `${thisServer}/users/jane`],
  },
  {
    at: scope.user('jane+bot@example.com'),
    key: 'jane+bot@example.com',
    kind: 'user',
    written: ['user:jane+bot@example.com', `${thisServer}/users/jane%2Bbot%40example.com`],
  },
  {
    at: scope.user(longLogin),
    key: longLogin,
    kind: 'user',
    written: [`user:${longLogin}`, `${thisServer}/users/${longLogin}`],
    isSaid: true,
  },
  {
    at: scope.user(encodeURIComponent(directoryLogin)),
    key: directoryLogin,
    kind: 'user',
    written: [`user:${directoryLogin}`, `${thisServer}/users/${encodeURIComponent(directoryLogin)}`],
    isSaid: true,
  },
];

/** What one address accepts as a key every other accepts: a link that can be made can be removed, however it is written. */
const sameEverywhere: readonly Case[] = objects.flatMap(({ at, key, kind, written, isSaid = false }, index) =>
  (isSaid ? written : [key, ...written]).map((spelling, way) => {
    const issueKey = `KEYS${index}W${way}-1`;
    const kindParameter = `kind=${kind}`;
    return story(
      `every address accepts ${spelling} for the ${kind} ${key}`,
      step(create(issueKey, [spelling]), linked(issueKey, key)),
      step(create(issueKey, [spelling], `?${kindParameter}`), alreadyLinked(issueKey, key)),
      step(post(`${at}/links`, { issueKey, entityIds: [spelling] }, 'admin'), alreadyLinked(issueKey, key)),
      step(info(spelling), about(key)),
      step(info(spelling, `&${kindParameter}`), about(key)),
      step(
        del(`${at}/links?issueKey=${issueKey}&remoteKey=${encoded(spelling)}`, 'admin'),
        removed(issueKey, key),
      ),
      step(unlink(issueKey, spelling), notLinked(issueKey, key)),
      step(unlink(issueKey, spelling, `&${kindParameter}`), notLinked(issueKey, key)),
    );
  }),
);

export const foreignServers = [
  'https://youtrack.example.org',
  `${thisServer}.example.org`,
  `${thisServer}/youtrack`,
] as const;

export function toForeignTitle(server: string): string {
  return `the address of a page on ${server} stands for nothing here`;
}

/** How keys may be written, and what stands for one. */
export const keyCases: readonly Case[] = [
  ...sameEverywhere,
  story(
    "a project's address accepts the addresses of its issues' and articles' pages",
    step(
      post(`${scope.project('BUSY')}/links`, {
        issueKey: 'PAGE-1',
        entityIds: [
          `${thisServer}/issue/BUSY-26`,
          `${thisServer}/articles/BUSY-A-1`,
          `${thisServer}/projects/BUSY`,
        ],
      }),
      linked('PAGE-1', 'BUSY-26', 'BUSY-A-1', 'BUSY'),
    ),
  ),
  ...foreignServers.map((server) =>
    rule(toForeignTitle(server), info(`${server}/issue/DEMO-1`), refused('malformed', 'key')),
  ),
  rule(
    'a page of what the caller may not see is a page of nothing',
    get(`${scope.global}/info?key=${encoded(`${thisServer}/issue/HID-1`)}`),
    {
      status: 404,
      sameAs: get(`${scope.global}/info?key=${encoded(`${thisServer}/issue/NOPE-1`)}`),
    },
  ),
  story(
    'one text may hold several keys and addresses',
    step(
      create('MORE-1', ['BUSY-26, BUSY-27;busy-26', `BUSY-24\n${thisServer}/articles/BUSY-A-1`]),
      linked('MORE-1', 'BUSY-26', 'BUSY-27', 'BUSY-24', 'BUSY-A-1'),
    ),
    step(
      post(`${scope.project('BUSY')}/links`, { issueKey: 'MORE-1', entityIds: ['BUSY-26 project:BUSY'] }),
      ok({ issueKey: 'MORE-1', linked: ['BUSY'], alreadyLinked: ['BUSY-26'] }),
    ),
    step(
      post(`${scope.issue('BUSY-26')}/links`, { issueKey: 'MORE-1', entityIds: ['BUSY-26,busy-26'] }),
      alreadyLinked('MORE-1', 'BUSY-26'),
    ),
  ),
  rule(
    'a text of several logins is malformed, because a login may hold a blank',
    create('MORE-2', ['jane, boris']),
    refused('malformed', 'entityIds[0]'),
  ),
  story(
    'all or nothing: one key of a text that is nowhere and none is linked',
    step(create('MORE-3', ['BUSY-26, NOPE-1']), refused('not_found', 'entityIds[0]')),
    step(get(`${links}?issueKey=MORE-3`), ok({ issueKey: 'MORE-3', links: [] })),
  ),
  rule(
    'a hundred and one keys in one text are too many',
    create('MORE-4', [Array.from({ length: 101 }, (_, index) => `BUSY-${index + 1}`).join()]),
    refused('too_large', 'entityIds'),
  ),

  ...(['user:jane+bot@example.com', 'jane+bot@example.com'] as const).map((key) =>
    rule(
      `a plus in ${key} need not be encoded in a query`,
      get(`${scope.global}/info?key=${key}`, 'admin'),
      about('jane+bot@example.com'),
    ),
  ),
  story(
    'nor in a removal',
    step(create('PLUS-1', ['user:jane+bot@example.com']), linked('PLUS-1', 'jane+bot@example.com')),
    step(
      del(`${links}?issueKey=PLUS-1&remoteKey=user:jane+bot@example.com`, 'admin'),
      removed('PLUS-1', 'jane+bot@example.com'),
    ),
  ),
  rule(
    'several words in a query are not a login with pluses that nobody has',
    unlink('PLUS-2', 'DEMO 1'),
    refused('malformed', 'remoteKey'),
  ),

  rule(
    'a kind that has no such key finds nothing: info',
    info('DEMO-1', '&kind=article'),
    refused('not_found', 'key'),
  ),
  rule(
    'a kind that has no such key finds nothing: a forgotten number',
    create('KIND-9', ['DEMO'], '?kind=issue'),
    refused('not_found', 'entityIds[0]'),
  ),
  rule(
    'a kind that has no such key finds nothing: removal',
    unlink('KIND-9', 'DEMO', '&kind=issue'),
    refused('not_found', 'remoteKey'),
  ),
  rule(
    'a kind that a prefix denies finds nothing',
    info('user:jane', '&kind=project'),
    refused('not_found', 'key'),
  ),
  rule(
    "a kind that a page's address denies finds nothing",
    info(`${thisServer}/users/jane`, '&kind=issue'),
    refused('not_found', 'key'),
  ),
  ...['info?key=DEMO-1', 'links?issueKey=TEST-1', 'suggest?input=DEMO-1'].map((query) =>
    rule(
      `an unknown kind is malformed: ${query}`,
      get(`${scope.global}/${query}&kind=epic`),
      refused('malformed', 'kind'),
    ),
  ),
  rule(
    'an unknown kind is malformed, together with all else',
    del(`${links}?issueKey=x&remoteKey=%3F&kind=Issue`),
    refused('malformed', 'kind', 'issueKey', 'remoteKey'),
  ),
  rule(
    'a kind says as outright as a prefix that a key is a login',
    create('KIND-10', [directoryLogin, longLogin], '?kind=user'),
    linked('KIND-10', directoryLogin, longLogin),
  ),
  rule(
    'a kind decides between a project and a login of the same name',
    info('demo', '&kind=user'),
    about('demo'),
  ),

  story(
    'a blank optional parameter is an absent one',
    step(create('BLANK-1', ['BUSY-26'], '?kind=&envelope='), linked('BLANK-1', 'BUSY-26')),
    step(
      get(`${links}?issueKey=BLANK-1&kind=%20`),
      ok({ issueKey: 'BLANK-1', links: [expect.objectContaining({ key: 'BUSY-26' })] }),
    ),
    step(info('BUSY-26', '&kind=&envelope='), about('BUSY-26')),
    step(
      del(`${scope.issue('BUSY-26')}/links?issueKey=BLANK-1&remoteKey=&envelope=%20`),
      removed('BLANK-1', 'BUSY-26'),
    ),
  ),
  ...[
    'https://tracker.yandex.ru/agile/board/12?issue=TRACK-1',
    'https://tracker.yandex.com/pages/my/track-1/links?x=ü',
    ' http://www.tracker.yandex.ru/TRACK-1#comments ',
  ].map((address) =>
    story(
      `the Tracker address ${address.trim()} stands for its issue`,
      step(post(links, { issueKey: address, entityIds: ['BUSY-27'] }), linked('TRACK-1', 'BUSY-27')),
      step(
        get(`${links}?issueKey=${encoded(address)}`),
        ok({ issueKey: 'TRACK-1', links: [expect.anything()] }),
      ),
      step(del(`${links}?issueKey=${encoded(address)}&remoteKey=BUSY-27`), removed('TRACK-1', 'BUSY-27')),
      step(get(`${scope.issue('BUSY-24')}/links`), lists('BUSY-24', 'MORE-1', 'SET-1', 'SET-3')),
    ),
  ),

  rule('control characters of a summary are blanks in info', info('BUSY-21'), {
    status: 200,
    body: expect.objectContaining({ summary: 'Busy  number 21,  занято' }),
  }),
  rule('and in suggestions', get(`${scope.global}/suggest?input=BUSY-21`), {
    status: 200,
    body: {
      suggestions: expect.arrayContaining([expect.objectContaining({ summary: 'Busy  number 21,  занято' })]),
    },
  }),
];
