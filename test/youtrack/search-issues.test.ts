import { describe, expect, jest, test } from '@jest/globals';
import { searchIssues, toTextQueries } from '../../src/youtrack/search-issues.ts';
import { fakeExecution, fakeIssue, fakeSet } from './fake-youtrack.ts';

describe('a text to search for', () => {
  test.each([
    ['вход', ['"вход"', 'вход*']],
    ['Login pag', ['"Login" "pag"', '"Login" pag*']],
    ['project: DEMO #Unresolved', ['"project" "DEMO" "Unresolved"', '"project" "DEMO" Unresolved*']],
    ['"quoted" {braced} (or) -not *', ['"quoted" "braced" "or" "not"', '"quoted" "braced" "or" not*']],
    ['!?.,"', []],
  ])('%j becomes %j', (text, queries) => {
    expect(toTextQueries(text)).toEqual(queries);
  });

  test('finds each issue once, and not more than asked for', () => {
    const issues = ['DEMO-1', 'DEMO-2', 'DEMO-3'].map((id) => fakeIssue({ id }));
    const execution = fakeExecution({ search: () => fakeSet(...issues) });
    const found = searchIssues(execution, 'вход', 2);
    expect(found.map(({ key }) => key)).toEqual(['DEMO-1', 'DEMO-2']);
  });

  test('finds nothing, and says so in the log, when YouTrack refuses the query', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const execution = fakeExecution({
      search() {
        throw new Error('unknown word');
      },
    });
    expect(searchIssues(execution, 'вход', 2)).toEqual([]);
    expect(log).toHaveBeenCalledWith(expect.stringContaining('unknown word'));
    log.mockRestore();
  });
});
