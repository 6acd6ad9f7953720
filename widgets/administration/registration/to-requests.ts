import { toGlobalPath } from '../../../src/protocol/addresses.ts';

const linksPath = toGlobalPath('links');
const token = 'Authorization: Bearer perm:…';

/** What to enter in a Tracker trigger so that it creates a link; `field` is the Tracker field with the YouTrack key. */
export function toCreateRequest(baseUrl: string, field: string): string {
  return [
    `POST ${baseUrl}${linksPath}`,
    token,
    'Content-Type: application/json',
    '',
    `{"issueKey": "{{issue.key}}", "entityIds": ["{{issue.${field}}}"]}`,
  ].join('\n');
}

/** The same for a trigger that removes the link. */
export function toRemoveRequest(baseUrl: string, field: string): string {
  return [`DELETE ${baseUrl}${linksPath}?issueKey={{issue.key}}&remoteKey={{issue.${field}}}`, token].join(
    '\n',
  );
}
