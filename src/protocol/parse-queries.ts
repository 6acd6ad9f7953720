import { type Result, succeed } from '../result.ts';
import { collectFields } from './collect-fields.ts';
import type { EntityKey } from './entity-key.ts';
import { optional, parseEntityKeyField, parseInputField, parseIssueKeyField } from './parse-fields.ts';
import type { RawRequest } from './raw-request.ts';
import { readField } from './read-field.ts';
import type { Refusal } from './refusal.ts';

/** "Remove the link to that Tracker issue." Without `remoteKey` the object of the address is meant. */
export interface RemoveLinksRequest {
  readonly issueKey: string;
  readonly remoteKey: EntityKey | undefined;
}

/** For endpoints whose address says everything. */
export function parseNothing(_request: RawRequest): Result<undefined, Refusal> {
  return succeed(undefined);
}

/** DELETE `links?issueKey=` where the address names an object; `remoteKey` may repeat it. */
export function parseRemoveLinks(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return collectFields({
    issueKey: readField(request, 'issueKey', parseIssueKeyField),
    remoteKey: readField(request, 'remoteKey', optional(parseEntityKeyField)),
  });
}

/** DELETE `links?issueKey=&remoteKey=` in the global scope. */
export function parseRemoveLinksAnywhere(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return collectFields({
    issueKey: readField(request, 'issueKey', parseIssueKeyField),
    remoteKey: readField(request, 'remoteKey', parseEntityKeyField),
  });
}

/** GET `info?key=` in the global scope. */
export function parseInfoQuery(request: RawRequest): Result<{ readonly key: EntityKey }, Refusal> {
  return collectFields({ key: readField(request, 'key', parseEntityKeyField) });
}

/** GET `links?issueKey=` in the global scope. */
export function parseLinkedQuery(request: RawRequest): Result<{ readonly issueKey: string }, Refusal> {
  return collectFields({ issueKey: readField(request, 'issueKey', parseIssueKeyField) });
}

/** GET `suggest?input=`. */
export function parseSuggestQuery(request: RawRequest): Result<{ readonly input: string }, Refusal> {
  return collectFields({ input: readField(request, 'input', parseInputField) });
}
