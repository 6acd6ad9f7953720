import { expect, test } from '@jest/globals';
import { parseCreateLinksAnywhere } from '../../src/protocol/parse-create-links.ts';
import { withBody, withQuery } from './requests.ts';

function request(query: string, body: unknown) {
  return { ...withQuery(query), body: withBody(body).body };
}

test('an address can say the kind of all keys, for logins that look like the key of a project', () => {
  const parsed = parseCreateLinksAnywhere(
    request('kind=user', { issueKey: 'TEST-1', entityIds: ['demo', 'X-1'] }),
  );
  expect(parsed).toMatchObject({
    value: {
      entityIds: [
        { readings: [{ kind: 'user', key: 'demo' }] },
        { readings: [{ kind: 'user', key: 'X-1' }] },
      ],
    },
  });
});

test('a kind that a key denies finds nothing', () => {
  const parsed = parseCreateLinksAnywhere(
    request('kind=user', { issueKey: 'TEST-1', entityIds: ['project:DEMO'] }),
  );
  expect(parsed).toMatchObject({ value: { entityIds: [{ written: 'project:DEMO', readings: [] }] } });
});

test('an unknown kind is malformed, together with all that is malformed in the body', () => {
  const parsed = parseCreateLinksAnywhere(request('kind=people', { issueKey: 'x', entityIds: [] }));
  expect(parsed).toMatchObject({
    problem: {
      reason: 'malformed',
      problems: [{ field: 'kind' }, { field: 'issueKey' }, { field: 'entityIds' }],
    },
  });
});
