import { expect, test } from '@jest/globals';
import { lookAtLinked } from '../../src/administration/look-at-linked.ts';
import { fakeHost, fakeProject } from '../support/fake-host.ts';
import { fakePage } from '../support/fake-pages.ts';

/** An entity of DEMO that counts how often it is asked for its project. */
function counted(key: string, kind: 'issue' | 'article', asked: string[]) {
  const page = fakePage({ kind, key, projectKey: 'DEMO', stored: key === 'DEMO-2' ? '{' : '' });
  page.flag = true;
  return Object.defineProperty(page, 'project', {
    get: () => {
      asked.push(key);
      return fakeProject('DEMO');
    },
  });
}

test('one object of a project is asked which project it is, however many are linked', () => {
  const asked: string[] = [];
  const entities = [
    counted('DEMO-1', 'issue', asked),
    counted('DEMO-2', 'issue', asked),
    counted('DEMO-A-1', 'article', asked),
  ];
  expect(lookAtLinked(fakeHost(entities))).toEqual({
    projectKeys: ['DEMO'],
    seen: { issue: 'DEMO-1', article: 'DEMO-A-1' },
    unreadable: 1,
  });
  expect(asked).toEqual(['DEMO-1']);
});
