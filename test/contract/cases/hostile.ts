import { expect } from '@jest/globals';
import type { Case, Expected } from '../case.ts';
import { get, linked, ok, post, put, refused, rule, scope, step, story } from '../say.ts';

const links = `${scope.global}/links`;
const issueLinks = (key: string) => `${scope.issue(key)}/links`;

/** A list within a list, as deep as a body of 64 KiB allows beside everything else. */
const deep = (levels = 30_000) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** One engine cannot read what is nested so deep, another cannot write it again: either way it is malformed, and nothing breaks. */
const tooDeep = refused('malformed');

const notFound: Expected = refused('not_found');

const importing = (object: string) =>
  post(`${scope.admin}/import`, `{"dryRun":false,"objects":[${object}]}`, 'admin');
const owing = (members: string) =>
  importing(`{"kind":"issue","key":"DEMO-1","owed":[{"issueKey":"BAD-1","wish":"live",${members}}]}`);

/** Bodies that are JSON and try to be more than that, each where nothing but a key can stand. */
const oddIssueKeys: readonly (readonly [what: string, json: string])[] = [
  ['what belongs to every object', '{"__proto__":{"issueKey":"BAD-1"}}'],
  ['an object that calls itself a text', '{"issueKey":{"toString":"BAD-1","length":5}}'],
  ['half a character', '{"issueKey":"\\ud800BAD-1"}'],
  ['a number written as a text', '{"issueKey":"1e5"}'],
  ['a number beyond all numbers', '{"issueKey":1e999}'],
  ['64 KiB of text', `{"issueKey":"${'ж'.repeat(32_000)}"}`],
];

/** What somebody sends who wants more than an answer. */
export const hostileCases: readonly Case[] = [
  ...oddIssueKeys.map(([what, body]) =>
    rule(`${what} is no Tracker key`, post(issueLinks('DEMO-1'), body), refused('malformed', 'issueKey')),
  ),
  rule('NaN is no JSON', post(issueLinks('DEMO-1'), '{"issueKey":NaN}'), refused('malformed', 'body')),
  story(
    'of a member that is sent twice the last counts',
    step(
      post(issueLinks('BUSY-21'), '{"issueKey":"TWICE-1","issueKey":"TWICE-2"}'),
      linked('TWICE-2', 'BUSY-21'),
    ),
    step(get(`${links}?issueKey=TWICE-1`), ok({ issueKey: 'TWICE-1', links: [] })),
  ),
  rule(
    'a list nested too deep is no Tracker key',
    post(issueLinks('DEMO-1'), `{"issueKey":${deep()}}`),
    tooDeep,
  ),
  rule('nor is it a list of keys', put(links, `{"issueKey":"BAD-1","entityIds":${deep()}}`), tooDeep),
  rule(
    'twenty thousand keys in a list within the list are too many, whatever they are',
    put(links, `{"issueKey":"BAD-1","entityIds":[[${'1,'.repeat(20_000)}1]]}`),
    refused('too_large', 'entityIds'),
  ),
  rule(
    'of twenty thousand malformed Tracker keys a hundred are named',
    post(issueLinks('DEMO-1'), `{"issueKeys":[${'1,'.repeat(20_000)}1]}`),
    refused('malformed', ...Array.from({ length: 100 }, (_, index) => `issueKeys[${index}]`)),
  ),
  ...['__proto__', 'constructor', 'toString', 'user:__proto__', 'project:constructor'].map((key) =>
    rule(`nothing is called ${key}`, get(`${scope.global}/info?key=${key}`), notFound),
  ),
  rule(
    'a search takes no query language',
    get(
      `${scope.global}/suggest?input=${encodeURIComponent('#me for: me" OR {} sort by: \u0000 \ud83d\ude00')}`,
    ),
    ok({ suggestions: [] }),
  ),

  rule(
    'imported debts nested too deep are malformed',
    importing(`{"kind":"issue","key":"DEMO-1","owed":${deep()}}`),
    tooDeep,
  ),
  ...[
    ['an instant that no calendar has', '"since":1e300,"attempts":0'],
    ['an instant before all others', '"since":-1e300,"attempts":0'],
    ['half an attempt', '"since":1,"attempts":0.5'],
    ['fewer attempts than none', '"since":1,"attempts":-1'],
  ].map(([what, members]) =>
    rule(
      `an imported debt of ${what} is malformed`,
      owing(`${members}`),
      refused('malformed', 'objects[0].owed'),
    ),
  ),
  ...['+', '-'].map((sign) =>
    rule(
      `an imported link with a login longer than any (${sign}) is malformed`,
      importing(`{"kind":"issue","key":"DEMO-1","links":["BAD-1 ${sign}1 youtrack ${'ю'.repeat(1_700)}"]}`),
      refused('malformed', 'objects[0].links'),
    ),
  ),
  story(
    'an imported debt does without what cannot be understood, and is listed',
    step(owing(`"since":1,"attempts":0,"nextAt":1e300,"toldAt":"x","echoes":[${deep(300)},{"toString":1}]`), {
      status: 200,
      body: { objects: [expect.objectContaining({ key: 'DEMO-1', outcome: 'changed' })] },
    }),
    step(get(`${scope.admin}/owed`, 'admin'), {
      status: 200,
      body: expect.objectContaining({
        owed: [
          expect.objectContaining({ key: 'DEMO-1', issueKey: 'BAD-1', since: '1970-01-01T00:00:00.001Z' }),
        ],
      }),
    }),
    step(post(`${scope.admin}/owed/drop`, { issueKey: 'BAD-1' }, 'admin'), ok({ changed: 1 })),
  ),
];
