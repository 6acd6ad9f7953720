import { expect, test } from '@jest/globals';
import { compareLinks } from '../../src/mirroring/compare-links.ts';
import type { RemoteLink } from '../../src/ports/tracker.ts';
import type { Settings } from '../../src/ports/youtrack.ts';
import { fakeEntity, fakeHost } from '../support/fake-host.ts';
import { articleOrigin, issueOrigin } from './support/fake-tracker.ts';
import { mirrored } from './support/open-pair.ts';

const one = fakeEntity({ key: 'DEMO-1', formerKeys: ['OLD-1'] });
const two = fakeEntity({ key: 'DEMO-2' });
const article = fakeEntity({ kind: 'article', key: 'DEMO-A-1' });
const user = fakeEntity({ kind: 'user', key: 'jane' });
const entities = [one, two, article, user];

function toLink(objectKey: string, ...origins: readonly string[]): RemoteLink {
  return { id: objectKey, objectKey, origins: origins.length > 0 ? origins : [issueOrigin] };
}

function compare(linked: typeof entities, remote: readonly RemoteLink[], settings: Settings = mirrored) {
  return compareLinks(fakeHost(entities, { settings }), linked, remote);
}

test('links that both sides have under the current key are no difference, whatever their letter case', () => {
  const remote = [toLink('demo-1'), toLink('DEMO-A-1', 'x', articleOrigin)];
  expect(compare([one, article], remote)).toEqual([]);
});

test('what Tracker lacks comes first, then what YouTrack lacks, then what leads to nothing', () => {
  const remote = [toLink('NOPE-1'), toLink('DEMO-2'), toLink('DEMO-A-1', articleOrigin)];
  expect(compare([one], remote)).toEqual([
    { found: 'only_here', entity: one },
    { found: 'only_there', entity: two },
    { found: 'only_there', entity: article },
    { found: 'only_there', gone: { kind: 'issue', key: 'NOPE-1' } },
  ]);
});

test('a link under a former key, and one that is there twice, is different', () => {
  expect(compare([one, two], [toLink('OLD-1'), toLink('DEMO-2'), toLink('demo-2')])).toEqual([
    { found: 'different', entity: one, there: ['OLD-1'] },
    { found: 'different', entity: two, there: ['DEMO-2', 'demo-2'] },
  ]);
  expect(compare([one], [toLink('OLD-1'), toLink('DEMO-1')])).toEqual([
    { found: 'different', entity: one, there: ['OLD-1', 'DEMO-1'] },
  ]);
});

test('what leads to nothing is told once, as it was written last, and no key passes for nonsense', () => {
  expect(
    compare([], [toLink('NOPE-1'), toLink('nope-1'), toLink('Ж'), toLink(''), toLink('Ж', articleOrigin)]),
  ).toEqual([
    { found: 'only_there', gone: { kind: 'issue', key: 'nope-1' } },
    { found: 'only_there', gone: { kind: 'issue', key: 'Ж' } },
    { found: 'only_there', gone: { kind: 'issue', key: '' } },
    { found: 'only_there', gone: { kind: 'article', key: 'Ж' } },
  ]);
});

test('other applications, and kinds for which nothing is mirrored, are nobody’s concern', () => {
  expect(compare([user], [toLink('DEMO-1', 'ru.example.other'), toLink('jane', 'user')])).toEqual([]);
});

test('an object of a kind that is not mirrored is not compared though a link leads to it', () => {
  const settings = {
    ...mirrored,
    mirroring: { ...mirrored.mirroring, applications: { issue: issueOrigin, user: issueOrigin } },
  };
  expect(compare([article], [toLink('DEMO-A-1', articleOrigin)], settings)).toEqual([]);
});

test('one application may stand for several kinds: the first object that a key means counts', () => {
  const settings = {
    ...mirrored,
    mirroring: { ...mirrored.mirroring, applications: { issue: issueOrigin, user: issueOrigin } },
  };
  expect(compare([], [toLink('jane'), toLink('DEMO-2'), toLink('nobody')], settings)).toEqual([
    { found: 'only_there', entity: user },
    { found: 'only_there', entity: two },
    { found: 'only_there', gone: { kind: 'issue', key: 'nobody' } },
  ]);
});

test('objects of different kinds with the same key are two', () => {
  const project = fakeEntity({ kind: 'project', key: 'same' });
  const person = fakeEntity({ kind: 'user', key: 'same' });
  const settings = {
    ...mirrored,
    mirroring: { ...mirrored.mirroring, applications: { project: 'p', user: 'u' } },
  };
  const host = fakeHost([project, person], { settings });
  expect(compareLinks(host, [project], [toLink('same', 'u')])).toEqual([
    { found: 'only_here', entity: project },
    { found: 'only_there', entity: person },
  ]);
});
