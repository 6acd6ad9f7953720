import { describe, expect, test } from '@jest/globals';
import { fail } from '../../src/result.ts';
import { isOtherQueueLinked, listEverLinked, listLinkedTo } from '../../src/writing/list-linked.ts';
import { type FakeEntity, fakeEntity, fakeHost } from '../support/fake-host.ts';
import { storedLinks } from './support/mirrored.ts';

function flagged(
  key: string,
  stored: string | undefined,
  flag: boolean | 'never written' = true,
): FakeEntity {
  const entity = fakeEntity({ key, ...(stored !== undefined && { stored }) });
  entity.flag = flag === 'never written' ? undefined : flag;
  return entity;
}

function namesLinked(...entities: readonly FakeEntity[]): string[] {
  return listLinkedTo(fakeHost(entities), 'TEST-1').map(({ entity }) => entity.key);
}

describe('the objects linked to a Tracker issue', () => {
  test.each([
    ['has that link', ['TEST-1 +1 youtrack вася'], true],
    ['has it among others', ['OTHER-1 +1 youtrack вася', 'TEST-1 +1 youtrack вася'], true],
    ['has it again', ['TEST-1 +2 youtrack вася -1 tracker вася'], true],
    ['had it', ['TEST-1 +1 youtrack вася -2 tracker вася'], false],
    ['had it until the instant it was made', ['TEST-1 +1 youtrack вася -1 tracker вася'], false],
    ['only ever lost it', ['TEST-1 -1 tracker вася'], false],
    ['is linked to one whose key begins like this', ['TEST-10 +1 youtrack вася'], false],
    ['is linked to one whose key ends like this', ['ATEST-1 +1 youtrack вася'], false],
    ['is linked by somebody who is called so', ['OTHER-1 +1 youtrack TEST-1'], false],
    ['is linked to nothing', [], false],
  ])('an object that %s: %j', (_, links, isListed) => {
    expect(namesLinked(flagged('DEMO-1', storedLinks(...links)))).toEqual(isListed ? ['DEMO-1'] : []);
  });

  test('come with their links and with who made this one, and when', () => {
    const issue = flagged('DEMO-1', storedLinks('OTHER-1 +1 youtrack вася', 'TEST-1 +7 tracker bot'));
    expect(listLinkedTo(fakeHost([issue]), 'TEST-1')).toEqual([
      {
        entity: issue,
        links: new Map([
          ['OTHER-1', { added: { at: 1, by: 'вася', via: 'youtrack' } }],
          ['TEST-1', { added: { at: 7, by: 'bot', via: 'tracker' } }],
        ]),
        added: { at: 7, by: 'bot', via: 'tracker' },
      },
    ]);
  });

  test('are found by their flag, whoever may see them', () => {
    const links = storedLinks('TEST-1 +1 youtrack вася');
    const hidden = fakeEntity({ key: 'DEMO-3', stored: links, isVisible: false });
    hidden.flag = true;
    const entities = [flagged('DEMO-1', links, false), flagged('DEMO-2', links, 'never written'), hidden];
    expect(namesLinked(...entities)).toEqual(['DEMO-3']);
  });

  test('leave out those whose links cannot be read, and lose no other', () => {
    const odd = flagged('DEMO-1', undefined);
    Object.assign(odd.store, { readText: () => ({ ...fail('[object связь]'), value: '"TEST-1 ' }) });
    const broken = [
      flagged('DEMO-2', '{"v":1,"links":["TEST-1 oops"]}'),
      flagged('DEMO-3', '{"v":2,"links":["TEST-1 +1 youtrack вася"]}'),
      flagged('DEMO-4', undefined),
    ];
    const sound = flagged('DEMO-5', storedLinks('TEST-1 +1 youtrack вася'));
    expect(namesLinked(odd, ...broken, sound)).toEqual(['DEMO-5']);
  });
});

test('objects whose links were ever written are those whose flag was, one way or the other', () => {
  const linked = flagged('DEMO-1', storedLinks('TEST-1 +1 youtrack вася'));
  const unlinked = flagged('DEMO-2', storedLinks(), false);
  const never = flagged('DEMO-3', undefined, 'never written');
  const owing = flagged('DEMO-4', undefined, 'never written');
  owing.owes = true;
  const listed = listEverLinked(fakeHost([never, unlinked, owing, linked]));
  expect(listed.map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2']);
});

describe('another queue', () => {
  test.each([
    ['an issue of it is linked', [['OTHER-1 +1 youtrack вася']], true],
    [
      'one of its issues is linked among others',
      [['TEST-2 +1 youtrack вася', 'OTHER-1 +1 youtrack вася']],
      true,
    ],
    [
      'only the last object has such a link',
      [['TEST-2 +1 youtrack вася'], ['OTHER-1 +1 youtrack вася']],
      true,
    ],
    ['only the first one has', [['OTHER-1 +1 youtrack вася'], ['TEST-2 +1 youtrack вася']], true],
    ['its key only begins like this one', [['TESTS-1 +1 youtrack вася']], true],
    ['all are of the same queue', [['TEST-2 +1 youtrack вася'], ['TEST-3 +1 youtrack OTHER-1']], false],
    ['an object has no links', [[]], false],
    ['there is no object', [], false],
  ] as const)('may have the issue under another key where %s', (_, stored, expected) => {
    const entities = stored.map((links, index) => flagged(`DEMO-${index + 1}`, storedLinks(...links)));
    expect(isOtherQueueLinked(fakeHost(entities), 'TEST-1')).toBe(expected);
  });

  test('is looked for among what is flagged and can be read', () => {
    const links = storedLinks('OTHER-1 +1 youtrack вася');
    const odd = flagged('DEMO-1', links);
    Object.assign(odd.store, { readText: () => ({ ...fail('[object связь]'), value: links }) });
    const entities = [odd, flagged('DEMO-2', links, false), flagged('DEMO-3', undefined)];
    expect(isOtherQueueLinked(fakeHost(entities), 'TEST-1')).toBe(false);
  });

  test('is looked for no further than it takes', () => {
    const read: string[] = [];
    const issues = ['TEST-2', 'NEWQ-1', 'NEWQ-2'].map((issueKey, index) => {
      const issue = flagged(`DEMO-${index + 1}`, storedLinks(`${issueKey} +1 youtrack вася`));
      const readText = () => {
        read.push(issue.key);
        return issue.store.readText('trackerLinks');
      };
      return { ...issue, store: { ...issue.store, readText } };
    });
    expect(isOtherQueueLinked(fakeHost(issues), 'TEST-1')).toBe(true);
    expect(read).toEqual(['DEMO-1', 'DEMO-2']);
  });
});
