import { choice } from '../protocol/choice.ts';
import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import { limits } from '../protocol/limits.ts';
import { limitLinks, type SeveralLinksRequest, tooManyIds } from '../protocol/parse-link-requests.ts';
import { entityIds, listOf, type NamedKey, parseIssueKeyField } from '../protocol/parse-values.ts';
import { collectFields, type FieldResult, optional, type RawRequest } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';

/** The arguments of a tool as they arrive; members that no tool has are ignored. */
export interface ToolArguments extends Pick<RawRequest, 'serverAddress'> {
  readonly given: JsonObject;
}

/** "Which Tracker issues are these objects linked to?" */
export interface ListArguments {
  readonly keys: readonly NamedKey[];
}

/** "What is linked to these Tracker issues?" Of one kind, or of all. */
export interface FindArguments {
  readonly issueKeys: readonly string[];
  readonly kind: EntityKind | undefined;
}

/** `{"issueKeys":[…],"keys":[…]}`: each of these objects and each of those Tracker issues, at most a hundred links. */
export function parseLinksArguments(args: ToolArguments): Result<SeveralLinksRequest, Refusal> {
  const parsed = collectFields({
    issueKeys: readIssueKeys(args, limits.entityIds),
    entityIds: readKeys(args),
  });
  return parsed.ok ? limitLinks(parsed.value) : parsed;
}

/** `{"keys":[…]}`: at most a hundred objects. */
export function parseListArguments(args: ToolArguments): Result<ListArguments, Refusal> {
  const parsed = collectFields({ keys: readKeys(args) });
  const count = parsed.ok ? parsed.value.keys.length : 0;
  return count > limits.entityIds ? fail(tooManyIds(count, 'keys')) : parsed;
}

/** `{"issueKeys":[…],"kind"?}`: at most ten Tracker issues. */
export function parseFindArguments(args: ToolArguments): Result<FindArguments, Refusal> {
  const parsed = collectFields({
    issueKeys: readIssueKeys(args, limits.issuesLookedUp),
    kind: optional(choice(...entityKinds))('kind', args.given.kind),
  });
  if (!parsed.ok) return parsed;
  const issueKeys = [...new Set(parsed.value.issueKeys)];
  if (issueKeys.length > limits.issuesLookedUp)
    return fail(tooManyIds(issueKeys.length, 'issueKeys', limits.issuesLookedUp));
  return succeed({ ...parsed.value, issueKeys });
}

function readKeys({ given, serverAddress }: ToolArguments): FieldResult<readonly NamedKey[]> {
  return entityIds({ serverAddress, mayBeNone: false })('keys', given.keys);
}

function readIssueKeys({ given }: ToolArguments, most: number): FieldResult<readonly string[]> {
  return listOf(parseIssueKeyField, most)('issueKeys', given.issueKeys);
}
