import { describe, expect, test } from '@jest/globals';
import { parseRegistrationQuery } from '../../src/registration/parse-registration.ts';
import { withQuery } from '../protocol/requests.ts';

function read(query: string): unknown {
  const parsed = parseRegistrationQuery(withQuery(query));
  return parsed.ok ? parsed.value : parsed.problem.problems.map(({ field }) => field);
}

describe('a registration', () => {
  test('is written for an address and a project, both of which may be left out', () => {
    expect(read('')).toEqual({});
    expect(read('baseUrl=https://example.com/&project=DEMO')).toEqual({
      baseUrl: { href: 'https://example.com', host: 'example.com' },
      project: 'DEMO',
    });
  });

  test('refuses what is neither', () => {
    expect(read('baseUrl=example.com&project=DE%20MO')).toEqual(['baseUrl', 'project']);
  });
});
