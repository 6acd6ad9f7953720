import type { Case, Expected } from '../case.ts';
import { get, lists, ok, post, refused, rule, scope, step, story } from '../say.ts';

const links = (key: string) => `${scope.issue(key)}/links`;

interface Created {
  readonly issueKey: string;
  readonly linked: readonly string[];
  readonly alreadyLinked: readonly string[];
}

const created = (...each: readonly Created[]): Expected => ok({ created: each });
const linkedTo = (issueKey: string, ...keys: readonly string[]): Created => ({
  issueKey,
  linked: keys,
  alreadyLinked: [],
});
const alreadyLinkedTo = (issueKey: string, ...keys: readonly string[]): Created => ({
  issueKey,
  linked: [],
  alreadyLinked: keys,
});
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `MUCH-${index + 1}`);

/** POST `links` with `issueKeys`: several Tracker issues at once, at the address of an object. */
export const severalCases: readonly Case[] = [
  story(
    'several Tracker issues are linked at once, each once, in the order asked',
    step(
      post(links('BUSY-23'), {
        issueKeys: ['several-2', 'https://tracker.yandex.ru/SEVERAL-1', 'SEVERAL-2'],
      }),
      created(linkedTo('SEVERAL-2', 'BUSY-23'), linkedTo('SEVERAL-1', 'BUSY-23')),
    ),
    step(
      post(links('BUSY-23'), { issueKeys: ['SEVERAL-1', 'SEVERAL-3'], entityIds: ['BUSY-23'] }),
      created(alreadyLinkedTo('SEVERAL-1', 'BUSY-23'), linkedTo('SEVERAL-3', 'BUSY-23')),
    ),
    step(get(links('BUSY-23')), lists('BUSY-23', 'SEVERAL-1', 'SEVERAL-2', 'SEVERAL-3', 'TEST-23')),
  ),
  story(
    'a project links several of its objects to several Tracker issues',
    step(
      post(`${scope.project('BUSY')}/links`, {
        issueKeys: ['SEVERAL-4', 'SEVERAL-5'],
        entityIds: ['BUSY-22', 'BUSY-A-1'],
      }),
      created(linkedTo('SEVERAL-4', 'BUSY-22', 'BUSY-A-1'), linkedTo('SEVERAL-5', 'BUSY-22', 'BUSY-A-1')),
    ),
  ),
  ...(
    [
      ['article', `${scope.article('BUSY-A-1')}/links`, 'BUSY-A-1'],
      ['user', `${scope.user('jane')}/links`, 'jane'],
    ] as const
  ).map(([kind, path, key]) =>
    rule(
      `one Tracker issue in a list is linked to the ${kind} as in a list`,
      post(path, { issueKeys: ['SEVERAL-6'] }),
      created(linkedTo('SEVERAL-6', key)),
    ),
  ),
  story(
    'several Tracker issues are linked all or none',
    step(
      post(links('BUSY-22'), { issueKeys: ['SEVERAL-7', 'задача', 8, 'SEVERAL-0'] }),
      refused('malformed', 'issueKeys[1]', 'issueKeys[2]', 'issueKeys[3]'),
    ),
    step(
      post(links('BUSY-30'), { issueKeys: ['FULL-1', 'FULL-1003', 'FULL-1004'] }),
      refused('too_large', 'key'),
    ),
    step(get(`${scope.global}/links?issueKey=FULL-1003`), ok({ issueKey: 'FULL-1003', links: [] })),
    step(post(links('DEMO-1'), { issueKeys: ['SEVERAL-7', 'SEVERAL-8'] }, 'reader'), refused('forbidden')),
  ),
  ...(
    [
      ['no Tracker issue at all', [], 'issueKeys'],
      ['a text for a list of Tracker issues', 'SEVERAL-1', 'issueKeys'],
      ['null for a list of Tracker issues', null, 'issueKeys'],
    ] as const
  ).map(([what, issueKeys, field]) =>
    rule(`${what} is malformed`, post(links('BUSY-22'), { issueKeys }), refused('malformed', field)),
  ),
  rule(
    'a Tracker issue beside a list of them is malformed, because either may be meant',
    post(links('BUSY-22'), { issueKey: 'SEVERAL-1', issueKeys: ['SEVERAL-2'] }),
    refused('malformed', 'issueKey'),
  ),
  rule('a hundred Tracker issues are linked at once', post(links('BUSY-18'), { issueKeys: numbered(100) }), {
    status: 200,
    body: { created: numbered(100).map((issueKey) => linkedTo(issueKey, 'BUSY-18')) },
  }),
  rule(
    'a hundred and one are too many',
    post(links('BUSY-18'), { issueKeys: numbered(101) }),
    refused('too_large', 'issueKeys'),
  ),
  rule(
    'so are more than a hundred links of several objects',
    post(`${scope.project('BUSY')}/links`, { issueKeys: numbered(51), entityIds: ['BUSY-18', 'BUSY-19'] }),
    refused('too_large', 'issueKeys'),
  ),
  rule(
    'the global address links one Tracker issue at a time',
    post(`${scope.global}/links`, { issueKeys: ['SEVERAL-1'], entityIds: ['BUSY-22'] }),
    refused('malformed', 'issueKey'),
  ),
];
