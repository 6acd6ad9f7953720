import { expect } from '@jest/globals';
import type { Case } from '../case.ts';
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

const own = (number: number) => scope.issue(`BUSY-${number}`);
const links = (number: number) => `${own(number)}/links`;
const globalLinks = `${scope.global}/links`;
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** `links`: listing, creating and removing, and that repeating or reordering changes nothing. */
export const linkCases: readonly Case[] = [
  rule('an entity without links lists none', get(links(1)), ok({ key: 'BUSY-1', links: [] })),
  story(
    'a created link is listed with everything known of it',
    step(post(links(2), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-2')),
    step(
      get(links(2)),
      ok({
        key: 'BUSY-2',
        links: [
          {
            issueKey: 'TEST-1',
            url: 'https://tracker.yandex.ru/TEST-1',
            addedAt: instant,
            addedBy: 'jane',
            via: 'youtrack',
          },
        ],
      }),
    ),
  ),
  story(
    "a link made by Tracker's account came by Tracker",
    step(post(links(3), { issueKey: 'TEST-1', entityIds: ['BUSY-3'] }, 'robot'), linked('TEST-1', 'BUSY-3')),
    step(
      get(links(3)),
      ok({ key: 'BUSY-3', links: [expect.objectContaining({ addedBy: 'robot', via: 'tracker' })] }),
    ),
  ),
  story(
    'creating twice is creating once',
    step(post(links(4), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-4')),
    step(post(links(4), { issueKey: 'TEST-1' }), alreadyLinked('TEST-1', 'BUSY-4')),
    step(post(links(4), { issueKey: 'TEST-1' }, 'robot'), alreadyLinked('TEST-1', 'BUSY-4')),
    step(get(links(4)), ok({ key: 'BUSY-4', links: [expect.objectContaining({ addedBy: 'jane' })] })),
  ),
  story(
    'a removed link is listed no more',
    step(post(links(5), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-5')),
    step(post(links(5), { issueKey: 'TEST-2' }), linked('TEST-2', 'BUSY-5')),
    step(del(`${links(5)}?issueKey=TEST-1`), removed('TEST-1', 'BUSY-5')),
    step(get(links(5)), lists('BUSY-5', 'TEST-2')),
  ),
  story(
    'removing twice is removing once',
    step(post(links(6), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-6')),
    step(del(`${links(6)}?issueKey=TEST-1`), removed('TEST-1', 'BUSY-6')),
    step(del(`${links(6)}?issueKey=TEST-1`), notLinked('TEST-1', 'BUSY-6')),
  ),
  rule(
    'removing what was never linked changes nothing',
    del(`${links(7)}?issueKey=TEST-404`),
    notLinked('TEST-404', 'BUSY-7'),
  ),
  story(
    'a removed link can be made again',
    step(post(links(8), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-8')),
    step(del(`${links(8)}?issueKey=TEST-1`), removed('TEST-1', 'BUSY-8')),
    step(post(links(8), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-8')),
    step(get(links(8)), lists('BUSY-8', 'TEST-1')),
  ),
  story(
    'a removal that arrives before its creation does not prevent it',
    step(del(`${links(9)}?issueKey=TEST-1`), notLinked('TEST-1', 'BUSY-9')),
    step(post(links(9), { issueKey: 'TEST-1' }), linked('TEST-1', 'BUSY-9')),
    step(get(links(9)), lists('BUSY-9', 'TEST-1')),
  ),
  story(
    'one entity has many Tracker issues, in the order of their keys',
    ...[10, 2, 1].map((n) =>
      step(post(links(10), { issueKey: `TEST-${n}` }), linked(`TEST-${n}`, 'BUSY-10')),
    ),
    step(get(links(10)), lists('BUSY-10', 'TEST-1', 'TEST-2', 'TEST-10')),
  ),
  story(
    'one Tracker issue has many entities, of every kind',
    step(
      post(globalLinks, { issueKey: 'MANY-1', entityIds: ['BUSY-11', 'BUSY-A-1', 'BUSY', 'user:jane'] }),
      linked('MANY-1', 'BUSY-11', 'BUSY-A-1', 'BUSY', 'jane'),
    ),
    step(get(`${scope.article('BUSY-A-1')}/links`), lists('BUSY-A-1', 'MANY-1')),
    step(get(`${scope.project('BUSY')}/links`), lists('BUSY', 'MANY-1')),
    step(get(`${scope.user('jane')}/links`), lists('jane', 'MANY-1')),
    step(get(`${globalLinks}?issueKey=MANY-1`), {
      status: 200,
      body: {
        issueKey: 'MANY-1',
        links: expect.arrayContaining(
          ['BUSY-11', 'BUSY-A-1', 'BUSY', 'jane'].map((key) =>
            expect.objectContaining({ key, issueKey: 'MANY-1' }),
          ),
        ),
      },
    }),
    step(del(`${globalLinks}?issueKey=MANY-1&remoteKey=BUSY-A-1`), removed('MANY-1', 'BUSY-A-1')),
    step(get(`${scope.article('BUSY-A-1')}/links`), lists('BUSY-A-1')),
    step(get(links(11)), lists('BUSY-11', 'MANY-1')),
  ),
  story(
    'global links leave out what the caller may not see',
    step(
      post(globalLinks, { issueKey: 'SEEN-1', entityIds: ['DEMO-5', 'PUB-2'] }),
      linked('SEEN-1', 'DEMO-5', 'PUB-2'),
    ),
    step(get(`${globalLinks}?issueKey=SEEN-1`, 'reader'), ok({ issueKey: 'SEEN-1', links: [] })),
    step(
      get(`${globalLinks}?issueKey=SEEN-1`),
      ok({
        issueKey: 'SEEN-1',
        links: [expect.objectContaining({ key: 'DEMO-5' }), expect.objectContaining({ key: 'PUB-2' })],
      }),
    ),
  ),
  rule(
    'a Tracker issue that nothing is linked to has no entities',
    get(`${globalLinks}?issueKey=NONE-1`),
    ok({ issueKey: 'NONE-1', links: [] }),
  ),
  story(
    'entities are answered once each, canonical, in the order asked',
    step(
      post(globalLinks, {
        issueKey: ' test-12 ',
        entityIds: ['busy-13', 'OLD-7', 'BUSY-12', 'DEMO-1', 'BUSY-13'],
      }),
      linked('TEST-12', 'BUSY-13', 'DEMO-1', 'BUSY-12'),
    ),
    step(
      post(globalLinks, { issueKey: 'TEST-12', entityIds: ['BUSY-14', 'BUSY-12'] }),
      ok({ issueKey: 'TEST-12', linked: ['BUSY-14'], alreadyLinked: ['BUSY-12'] }),
    ),
    step(del(`${scope.issue('OLD-7')}/links?issueKey=test-12`), removed('TEST-12', 'DEMO-1')),
  ),
  story(
    'a pasted address is as good as a key',
    step(post(links(15), { issueKey: 'https://tracker.yandex.ru/TEST-15' }), linked('TEST-15', 'BUSY-15')),
    step(
      post(links(15), { issueKey: 'https://tracker.yandex.com/test-15?from=mail#c1' }),
      alreadyLinked('TEST-15', 'BUSY-15'),
    ),
    step(
      del(`${links(15)}?issueKey=${encodeURIComponent('https://tracker.yandex.ru/TEST-15/')}`),
      removed('TEST-15', 'BUSY-15'),
    ),
  ),
  story(
    'all or nothing: one entity that is nowhere and none is linked',
    step(
      post(globalLinks, { issueKey: 'TEST-16', entityIds: ['BUSY-16', 'BUSY-999'] }),
      refused('not_found'),
    ),
    step(get(links(16)), lists('BUSY-16')),
  ),
  story(
    'all or nothing: one entity without the right and none is linked',
    step(
      post(globalLinks, { issueKey: 'TEST-17', entityIds: ['BUSY-17', 'user:boris'] }),
      refused('forbidden'),
    ),
    step(get(links(17)), lists('BUSY-17')),
  ),
  story(
    'all or nothing: one malformed key and none is linked',
    step(
      post(globalLinks, { issueKey: 'TEST-18', entityIds: ['BUSY-18', 'a b'] }),
      refused('malformed', 'entityIds[1]'),
    ),
    step(get(links(18)), lists('BUSY-18')),
  ),
  story(
    'all or nothing: one unreadable value and none is linked',
    step(post(globalLinks, { issueKey: 'TEST-19', entityIds: ['BUSY-19', 'BUSY-28'] }), refused('conflict')),
    step(get(links(19)), lists('BUSY-19')),
  ),
  story(
    'a project links its issues, its articles and itself',
    step(
      post(`${scope.project('BUSY')}/links`, {
        issueKey: 'TEST-20',
        entityIds: ['BUSY-20', 'BUSY-A-1', 'BUSY'],
      }),
      linked('TEST-20', 'BUSY-20', 'BUSY-A-1', 'BUSY'),
    ),
    step(del(`${scope.project('BUSY')}/links?issueKey=TEST-20`), removed('TEST-20', 'BUSY')),
    step(get(links(20)), lists('BUSY-20', 'TEST-20')),
  ),
  story(
    'without entityIds a project links itself',
    step(post(`${scope.project('PUB')}/links`, { issueKey: 'TEST-21' }), linked('TEST-21', 'PUB')),
    step(get(`${scope.project('pub')}/links`), lists('PUB', 'TEST-21')),
  ),
  story(
    'a project does not link what belongs to another',
    step(
      post(`${scope.project('BUSY')}/links`, { issueKey: 'TEST-22', entityIds: ['BUSY-22', 'DEMO-1'] }),
      refused('malformed', 'entityIds[1]'),
    ),
    step(get(links(22)), lists('BUSY-22')),
  ),
  story(
    'an entity links only itself',
    step(
      post(links(23), { issueKey: 'TEST-23', entityIds: ['BUSY-24'] }),
      refused('malformed', 'entityIds[0]'),
    ),
    step(
      post(links(23), { issueKey: 'TEST-23', entityIds: ['busy-23', 'BUSY-23'] }),
      linked('TEST-23', 'BUSY-23'),
    ),
  ),
  story(
    'an article is linked and unlinked',
    step(post(`${scope.article('DEMO-A-5')}/links`, { issueKey: 'TEST-24' }), linked('TEST-24', 'DEMO-A-5')),
    step(del(`${scope.article('demo-a-5')}/links?issueKey=TEST-24`), removed('TEST-24', 'DEMO-A-5')),
  ),
  story(
    'a user is linked and unlinked by themselves',
    step(
      post(`${scope.user('nobody')}/links`, { issueKey: 'TEST-25' }, 'nobody'),
      linked('TEST-25', 'nobody'),
    ),
    step(del(`${scope.user('nobody')}/links?issueKey=TEST-25`, 'nobody'), removed('TEST-25', 'nobody')),
  ),
  story(
    'a guest with the right links by the issue and by the project',
    step(post(`${scope.issue('PUB-1')}/links`, { issueKey: 'TEST-26' }, null), linked('TEST-26', 'PUB-1')),
    step(
      post(`${scope.project('PUB')}/links`, { issueKey: 'TEST-26', entityIds: ['PUB-2'] }, null),
      linked('TEST-26', 'PUB-2'),
    ),
    step(del(`${scope.issue('PUB-1')}/links?issueKey=TEST-26`, null), removed('TEST-26', 'PUB-1')),
    step(
      get(`${scope.issue('PUB-2')}/links`, null),
      ok({
        key: 'PUB-2',
        links: expect.arrayContaining([
          expect.objectContaining({ issueKey: 'TEST-26', addedBy: 'guest', via: 'youtrack' }),
        ]),
      }),
    ),
  ),
  story(
    'members that nobody asked for are ignored',
    step(
      post(links(25), { issueKey: 'TEST-27', relationship: 'RELATES', Задача: 1 }),
      linked('TEST-27', 'BUSY-25'),
    ),
  ),
  rule('a value that cannot be read is not listed', get(links(28)), refused('conflict')),
  rule(
    'a value that cannot be read is not written over',
    post(links(28), { issueKey: 'TEST-28' }),
    refused('conflict'),
  ),
  rule(
    'a value that cannot be read is not removed from',
    del(`${links(28)}?issueKey=TEST-28`),
    refused('conflict'),
  ),
  rule("a newer version's value is not listed", get(links(29)), refused('conflict')),
  rule(
    "a newer version's value is not written over",
    post(links(29), { issueKey: 'TEST-28' }),
    refused('conflict'),
  ),
  rule(
    "a newer version's value is not removed from",
    del(`${links(29)}?issueKey=TEST-28`),
    refused('conflict'),
  ),
  rule('info does not need the links to be readable', get(`${own(28)}/info`), { status: 200 }),
];
