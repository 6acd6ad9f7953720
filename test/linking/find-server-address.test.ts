import { expect, test } from '@jest/globals';
import { findServerAddress } from '../../src/linking/find-server-address.ts';
import { type FakeEntity, type FakeEntityOptions, fakeEntity, fakeHost } from '../support/fake-host.ts';

/** An object whose page is here. */
function at(page: string, options: Partial<FakeEntityOptions> = {}): FakeEntity {
  return { ...fakeEntity({ key: 'DEMO-1', ...options }), readUrl: () => page };
}

const own = at('https://own.example/youtrack/issue/DEMO-1');
const recent = at('https://recent.example/issue/DEMO-2');
const nameless = at('/users/вася', { kind: 'user', key: 'вася' });

function linked(page: string, flag: boolean): FakeEntity {
  return { ...at(page), flag };
}

const still = linked('https://still.example/issue/DEMO-3', true);
const once = linked('https://once.example/articles/DEMO-A-4', false);

test.each([
  {
    what: 'the object of the address',
    host: { own, recents: [recent], linked: [still] },
    is: 'https://own.example/youtrack',
  },
  {
    what: 'an issue seen lately',
    host: { own: nameless, recents: [recent], linked: [still] },
    is: 'https://recent.example',
  },
  {
    what: 'an issue seen lately, without an object',
    host: { recents: [nameless, recent], linked: [] },
    is: 'https://recent.example',
  },
  {
    what: 'an object that is linked',
    host: { recents: [], linked: [{ ...nameless, flag: true }, once, still] },
    is: 'https://still.example',
  },
  {
    what: 'an object that was linked once',
    host: { recents: [nameless], linked: [once] },
    is: 'https://once.example',
  },
  { what: 'nothing', host: { own: nameless, recents: [nameless], linked: [] }, is: undefined },
])('a server’s address is known by $what', ({ host, is }) => {
  const { recents, linked: entities } = host;
  const asked: number[] = [];
  const listRecentIssues = (atMost: number) => {
    asked.push(atMost);
    return recents;
  };
  const changes = { listRecentIssues, ...('own' in host && { own: host.own }) };
  expect(findServerAddress(fakeHost(entities, changes))).toBe(is);
  expect(asked).toEqual(is === 'https://own.example/youtrack' ? [] : [1]);
});
