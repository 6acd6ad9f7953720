import { fail, type Result, succeed } from '../result.ts';
import type { EntityKey, EntityKind } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import type { JsonObject } from './json-object.ts';
import { limits } from './limits.ts';
import { readKind, withKind } from './parse-requests.ts';
import { entityIds, listOf, type NamedKey, parseIssueKeyField, queryKey } from './parse-values.ts';
import {
  collectFields,
  type FieldParser,
  parseJsonBody,
  type RawRequest,
  readField,
  readOptionalField,
} from './read-request.ts';
import { type Refusal, refuse } from './refusal.ts';
import { blameVariable } from './unfilled-variable.ts';

/** "Link these objects to that Tracker issue." Without `entityIds` the object of the address is meant. */
export interface CreateLinksRequest {
  readonly issueKey: string;
  readonly entityIds: readonly NamedKey[] | undefined;
}

/** "Link these objects to each of those Tracker issues", or remove these links; the issues are named once each. */
export interface SeveralLinksRequest {
  readonly issueKeys: readonly string[];
  readonly entityIds: readonly NamedKey[] | undefined;
}

/** "Of the links to that Tracker issue that were made via the caller's side, exactly these remain." */
export interface SetLinksRequest {
  readonly issueKey: string;
  readonly entityIds: readonly NamedKey[];
  /** Links of objects of another kind are left alone. */
  readonly kind: EntityKind | undefined;
}

/** "Remove the link to that Tracker issue." Without `remoteKey` the object of the address is meant. */
export interface RemoveLinksRequest {
  readonly issueKey: string;
  readonly remoteKey: EntityKey | undefined;
}

/** "What is linked to that Tracker issue?" Of one kind, or of all. */
export interface LinkedRequest {
  readonly issueKey: string;
  readonly kind: EntityKind | undefined;
}

const eitherOr = 'either issueKey or issueKeys';

/**
 * POST `links` where the address names an object: `{"issueKey" | "issueKeys", "entityIds"?}`. Other members are ignored. What
 * makes more than a hundred links at once is `too_large`.
 */
export function parseCreateLinks(
  request: RawRequest,
): Result<CreateLinksRequest | SeveralLinksRequest, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return blameVariable(request, body);
  const parseIds = entityIds({ serverAddress: request.serverAddress, mayBeNone: false });
  const parseOwnIds: FieldParser<readonly NamedKey[] | undefined> = (field, received) =>
    received === undefined ? succeed(undefined) : parseIds(field, received);
  const { issueKeys } = body.value;
  return blameVariable<CreateLinksRequest | SeveralLinksRequest>(
    request,
    issueKeys === undefined ? parseMembers(body.value, parseOwnIds) : parseSeveral(body.value, parseOwnIds),
  );
}

/** POST `links[?kind=]` in the global scope, where `entityIds` says everything. */
export function parseCreateLinksAnywhere(request: RawRequest): Result<CreateLinksRequest, Refusal> {
  return withKind(request, (context) => parseBody(request, entityIds({ ...context, mayBeNone: false })));
}

/** PUT `links[?kind=]` in the global scope. No keys at all, or blank texts, as a form sends them for an emptied field: none. */
export function parseSetLinks(request: RawRequest): Result<SetLinksRequest, Refusal> {
  return withKind(request, (context) => {
    const body = parseBody(request, entityIds({ ...context, mayBeNone: true }));
    return body.ok ? succeed({ ...body.value, kind: context.kind }) : body;
  });
}

/** DELETE `links?issueKey=` where the address names an object; `remoteKey` may repeat it. */
export function parseRemoveLinks(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return blameVariable(
    request,
    collectFields({
      issueKey: readField(request, 'issueKey', parseIssueKeyField),
      remoteKey: readOptionalField(request, 'remoteKey', queryKey(request)),
    }),
  );
}

/** DELETE `links?issueKey=&remoteKey=[&kind=]` in the global scope. */
export function parseRemoveLinksAnywhere(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return blameVariable(
    request,
    withKind(request, (context) =>
      collectFields({
        issueKey: readField(request, 'issueKey', parseIssueKeyField),
        remoteKey: readField(request, 'remoteKey', queryKey(context)),
      }),
    ),
  );
}

/** GET `links?issueKey=[&kind=]` in the global scope. */
export function parseLinkedQuery(request: RawRequest): Result<LinkedRequest, Refusal> {
  return blameVariable(
    request,
    collectFields({
      issueKey: readField(request, 'issueKey', parseIssueKeyField),
      kind: readKind(request),
    }),
  );
}

function parseBody<Ids extends readonly NamedKey[] | undefined>(
  request: RawRequest,
  parseIds: FieldParser<Ids>,
): Result<{ readonly issueKey: string; readonly entityIds: Ids }, Refusal> {
  const body = parseJsonBody(request.body);
  return blameVariable(request, body.ok ? parseMembers(body.value, parseIds) : body);
}

function parseMembers<Ids extends readonly NamedKey[] | undefined>(
  { issueKey, entityIds: ids }: JsonObject,
  parseIds: FieldParser<Ids>,
): Result<{ readonly issueKey: string; readonly entityIds: Ids }, Refusal> {
  // Before any is read, those in a list within the list too.
  const given = Array.isArray(ids) ? ids.flat().length : 0;
  if (given > limits.entityIds) return fail(tooManyIds(given));
  const parsed = collectFields({
    issueKey: parseIssueKeyField('issueKey', issueKey),
    entityIds: parseIds('entityIds', ids),
  });
  // One text may hold many keys.
  const count = parsed.ok ? (parsed.value.entityIds?.length ?? 0) : 0;
  return count > limits.entityIds ? fail(tooManyIds(count)) : parsed;
}

function parseSeveral(
  { issueKey, issueKeys, entityIds: ids }: JsonObject,
  parseIds: FieldParser<readonly NamedKey[] | undefined>,
): Result<SeveralLinksRequest, Refusal> {
  const parsed = collectFields({
    issueKey:
      issueKey === undefined ? succeed(issueKey) : fail([fieldProblem('issueKey', eitherOr, issueKey)]),
    issueKeys: listOf(parseIssueKeyField, limits.entityIds)('issueKeys', issueKeys),
    entityIds: parseIds('entityIds', ids),
  });
  return parsed.ok ? limitLinks(parsed.value) : parsed;
}

/** Each Tracker issue once; `too_large` where these are more than a hundred links. */
export function limitLinks(request: SeveralLinksRequest): Result<SeveralLinksRequest, Refusal> {
  const issueKeys = [...new Set(request.issueKeys)];
  const links = issueKeys.length * (request.entityIds?.length ?? 1);
  if (links > limits.entityIds) return fail(tooManyIds(links, 'issueKeys'));
  return succeed({ issueKeys, entityIds: request.entityIds });
}

/** The refusal of a request that names more than it may. */
export function tooManyIds(count: number, field = 'entityIds', most: number = limits.entityIds): Refusal {
  return refuse('too_many_ids', [fieldProblem(field, `at most ${most} keys`, count)]);
}
