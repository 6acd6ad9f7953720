import { expect } from '@jest/globals';
import type { Case, Expected } from '../case.ts';
import {
  del,
  get,
  linked,
  lists,
  ok,
  post,
  put,
  refusal,
  refused,
  rule,
  scope,
  step,
  story,
} from '../say.ts';
import { thisServer } from '../send.ts';

const links = `${scope.global}/links`;
const issueLinks = (key: string) => `${scope.issue(key)}/links`;

/** The entities linked to a Tracker issue, as the caller sees them. */
const linkedTo = (issueKey: string, ...keys: readonly string[]): Expected =>
  ok({ issueKey, links: keys.map((key) => expect.objectContaining({ key })) });

const set = (issueKey: string, entityIds: unknown, as = 'jane', kind = '') =>
  put(`${links}${kind}`, { issueKey, entityIds }, as);

/** The request of the administration page's recipe, with what Tracker puts in place of the field. */
const trigger = (issueKey: string, value: string) =>
  put(`${links}?kind=issue`, `{"issueKey": "${issueKey}", "entityIds": [${value}]}`, 'robot');

interface Changed {
  readonly linked?: readonly string[];
  readonly alreadyLinked?: readonly string[];
  readonly removed?: readonly string[];
}

function changed(issueKey: string, { linked = [], alreadyLinked = [], removed = [] }: Changed): Expected {
  return ok({ issueKey, linked, alreadyLinked, removed });
}

/** PUT `links`: exactly these, of what was made via the caller's own side. */
export const setCases: readonly Case[] = [
  story(
    'setting links makes and removes until exactly the entities named are linked',
    step(set('SET-1', ['BUSY-26', 'BUSY-27']), changed('SET-1', { linked: ['BUSY-26', 'BUSY-27'] })),
    step(
      set('set-1', ['busy-24', 'BUSY-27', 'user:jane']),
      changed('SET-1', { linked: ['BUSY-24', 'jane'], alreadyLinked: ['BUSY-27'], removed: ['BUSY-26'] }),
    ),
    step(get(`${links}?issueKey=SET-1`), linkedTo('SET-1', 'BUSY-24', 'BUSY-27', 'jane')),
    step(get(issueLinks('BUSY-26')), lists('BUSY-26')),
  ),
  story(
    'setting the same links twice is setting them once',
    step(set('SET-2', ['BUSY-26', 'BUSY-A-1']), changed('SET-2', { linked: ['BUSY-26', 'BUSY-A-1'] })),
    step(set('SET-2', ['BUSY-26', 'BUSY-A-1']), changed('SET-2', { alreadyLinked: ['BUSY-26', 'BUSY-A-1'] })),
  ),
  ...([[], [''], [' ', ',\n;']] as const).map((none, index) =>
    story(
      `setting ${JSON.stringify(none)} removes all links`,
      step(set(`NOSET-${index + 1}`, ['BUSY-26, BUSY-27']), { status: 200 }),
      step(
        set(`NOSET-${index + 1}`, none),
        changed(`NOSET-${index + 1}`, { removed: ['BUSY-26', 'BUSY-27'] }),
      ),
      step(set(`NOSET-${index + 1}`, none), changed(`NOSET-${index + 1}`, {})),
      step(get(`${links}?issueKey=NOSET-${index + 1}`), linkedTo(`NOSET-${index + 1}`)),
    ),
  ),
  story(
    'setting links leaves alone those that the other side made',
    step(
      post(links, { issueKey: 'SET-3', entityIds: ['BUSY-26', 'BUSY-24'] }, 'robot'),
      linked('SET-3', 'BUSY-26', 'BUSY-24'),
    ),
    step(
      set('SET-3', ['BUSY-27', 'BUSY-24']),
      changed('SET-3', { linked: ['BUSY-27'], alreadyLinked: ['BUSY-24'] }),
    ),
    step(set('SET-3', []), changed('SET-3', { removed: ['BUSY-27'] })),
    step(
      set('SET-3', ['BUSY-24'], 'robot'),
      changed('SET-3', { alreadyLinked: ['BUSY-24'], removed: ['BUSY-26'] }),
    ),
  ),
  story(
    'setting links of one kind leaves the other kinds alone',
    step(
      set('SET-4', ['BUSY-26', 'BUSY-A-1', 'project:BUSY']),
      changed('SET-4', { linked: ['BUSY-26', 'BUSY-A-1', 'BUSY'] }),
    ),
    step(
      set('SET-4', ['BUSY-27'], 'jane', '?kind=issue'),
      changed('SET-4', { linked: ['BUSY-27'], removed: ['BUSY-26'] }),
    ),
    step(set('SET-4', [], 'jane', '?kind=article'), changed('SET-4', { removed: ['BUSY-A-1'] })),
    step(get(`${links}?issueKey=SET-4`), linkedTo('SET-4', 'BUSY', 'BUSY-27')),
    step(get(`${links}?issueKey=SET-4&kind=project`), linkedTo('SET-4', 'BUSY')),
  ),
  story(
    'setting links leaves alone what the caller may not see',
    step(set('SET-5', ['HID-1', 'BUSY-26'], 'admin'), changed('SET-5', { linked: ['HID-1', 'BUSY-26'] })),
    step(set('SET-5', []), changed('SET-5', { removed: ['BUSY-26'] })),
    step(get(`${links}?issueKey=SET-5`, 'admin'), linkedTo('SET-5', 'HID-1')),
  ),
  story(
    'setting links needs the right to every entity whose link it removes',
    step(set('SET-6', ['DEMO-1', 'BUSY-26'], 'admin'), { status: 200 }),
    step(set('SET-6', [], 'reader'), refused('forbidden', 'entityIds')),
    step(set('SET-6', ['DEMO-1'], 'reader'), changed('SET-6', { alreadyLinked: ['DEMO-1'] })),
    step(set('SET-6', ['DEMO-1', 'DEMO-3'], 'reader'), refused('forbidden', 'entityIds[1]')),
    step(get(`${links}?issueKey=SET-6`), linkedTo('SET-6', 'BUSY-26', 'DEMO-1')),
  ),
  story(
    'setting links is all or nothing',
    step(set('SET-7', ['BUSY-26']), { status: 200 }),
    step(set('SET-7', ['BUSY-27', 'NOPE-1']), refused('not_found', 'entityIds[1]')),
    step(set('SET-7', ['BUSY-27', 'BUSY-28']), refused('conflict', 'entityIds[1]')),
    step(set('SET-7', ['BUSY-27', 'a b']), refused('malformed', 'entityIds[1]')),
    step(get(`${links}?issueKey=SET-7`), linkedTo('SET-7', 'BUSY-26')),
  ),
  rule(
    'setting a key of another kind than the address says finds nothing',
    set('SET-8', ['BUSY'], 'jane', '?kind=issue'),
    refused('not_found', 'entityIds[0]'),
  ),
  rule(
    'setting links names everything malformed at once',
    set('тест', ['?'], 'jane', '?kind=epic'),
    refused('malformed', 'kind', 'issueKey', 'entityIds[0]'),
  ),
  rule(
    'setting links needs entityIds, because leaving them out may be a mistake',
    put(links, { issueKey: 'SET-8' }),
    refused('malformed', 'entityIds'),
  ),
  rule(
    'a text for a list of links to set is malformed',
    set('SET-8', 'BUSY-26'),
    refused('malformed', 'entityIds'),
  ),
  rule('null for a list of links to set is malformed', set('SET-8', null), refused('malformed', 'entityIds')),
  rule('a number among links to set is malformed', set('SET-8', [26]), refused('malformed', 'entityIds[0]')),
  rule(
    'more than a hundred links to set are too many, however they are written',
    set('SET-8', [Array.from({ length: 101 }, (_, index) => `BUSY-${index + 1}`).join(' ')]),
    refused('too_large', 'entityIds'),
  ),
  rule('a refusal to set links fits into an envelope', put(`${links}?envelope=true`, { issueKey: 'SET-8' }), {
    status: 200,
    body: { ok: false, status: 400, problem: refusal('malformed', 'entityIds') },
  }),
  story(
    'setting links at an object that is full is too large',
    step(post(issueLinks('BUSY-30'), { issueKey: 'FULL-1002' }), refused('too_large')),
    step(set('SET-9', ['BUSY-30', 'BUSY-26']), refused('too_large', 'entityIds[0]')),
    step(get(`${links}?issueKey=SET-9`), linkedTo('SET-9')),
  ),
  rule('a guest sets no links', put(links, { issueKey: 'SET-8', entityIds: [] }, null), { status: 401 }),
  story(
    'what a trigger sends sets, changes, adds to and clears the links of a Tracker issue',
    step(trigger('TRIG-1', '"BUSY-26"'), changed('TRIG-1', { linked: ['BUSY-26'] })),
    step(trigger('TRIG-1', '"BUSY-27"'), changed('TRIG-1', { linked: ['BUSY-27'], removed: ['BUSY-26'] })),
    step(
      trigger('TRIG-1', '"BUSY-26; busy-27,\\nBUSY-24"'),
      changed('TRIG-1', { linked: ['BUSY-26', 'BUSY-24'], alreadyLinked: ['BUSY-27'] }),
    ),
    step(trigger('TRIG-1', '""'), changed('TRIG-1', { removed: ['BUSY-24', 'BUSY-26', 'BUSY-27'] })),
    step(trigger('TRIG-1', ''), changed('TRIG-1', {})),
    step(get(`${links}?issueKey=TRIG-1`), linkedTo('TRIG-1')),
  ),
  story(
    'an address of a page in a trigger’s field is the object of the page',
    step(
      trigger('TRIG-2', `"${thisServer}/issue/BUSY-26/some-words ${thisServer}/issue/BUSY-27#comment"`),
      changed('TRIG-2', { linked: ['BUSY-26', 'BUSY-27'] }),
    ),
    step(
      trigger('TRIG-2', `"${thisServer}/issue/BUSY-26?a=1,${thisServer}/issue/BUSY-27"`),
      changed('TRIG-2', { alreadyLinked: ['BUSY-26', 'BUSY-27'] }),
    ),
    step(
      trigger('TRIG-2', `"${thisServer}/issue/BUSY-26 (see above)"`),
      refused('malformed', 'entityIds[0]'),
    ),
  ),
  story(
    'a field with several values, which Tracker writes as a list, sets them all',
    step(
      trigger('TRIG-3', '["BUSY-26", "BUSY-27 BUSY-24"]'),
      changed('TRIG-3', { linked: ['BUSY-26', 'BUSY-27', 'BUSY-24'] }),
    ),
    step(trigger('TRIG-3', '["BUSY-26", "?"]'), refused('malformed', 'entityIds[0][1]')),
    step(trigger('TRIG-3', '[]'), changed('TRIG-3', { removed: ['BUSY-24', 'BUSY-26', 'BUSY-27'] })),
  ),
  ...(
    [
      ['without quotes', '{{issue.local.ключ.json}}', 'TRIG-4', 'body'],
      ['in quotes', '"{{issue.local.youtrack}}"', 'TRIG-4', 'entityIds[0]'],
      ['in a list', '["BUSY-26", "{{ issue.local.youtrack }}"]', 'TRIG-4', 'entityIds[0][1]'],
      ['for the Tracker issue', '"BUSY-26"', '{{issue.key}}', 'issueKey'],
    ] as const
  ).map(([where, value, issueKey, field]) =>
    story(
      `a variable that Tracker left as it is, ${where}, changes nothing and is called so`,
      step(trigger('TRIG-4', '"BUSY-26"'), { status: 200 }),
      step(trigger(issueKey, value), {
        status: 400,
        body: {
          error: 'malformed',
          error_description: expect.stringContaining('A variable came as it is written'),
          problems: [{ field, expected: expect.any(String), received: expect.stringContaining('{{') }],
        },
      }),
      step(get(`${links}?issueKey=TRIG-4`), linkedTo('TRIG-4', 'BUSY-26')),
    ),
  ),
  rule(
    'a placeholder left as it is in a registered address is called so',
    del(`${links}?issueKey=TEST-1&remoteKey=${encodeURIComponent('{{remoteKey}}')}`),
    {
      status: 400,
      body: {
        error: 'malformed',
        error_description: expect.stringContaining('A variable came as it is written'),
        problems: [{ field: 'remoteKey', expected: expect.any(String), received: '"{{remoteKey}}"' }],
      },
    },
  ),
];
