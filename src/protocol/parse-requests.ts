import { fail, type Result, succeed } from '../result.ts';
import { type EntityKey, type EntityKind, entityKinds } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import {
  choice,
  parseEntityIdsField,
  parseEntityKeyField,
  parseIssueKeyField,
  textUpTo,
} from './parse-values.ts';
import {
  collectFields,
  type FieldParser,
  type FieldResult,
  type JsonObject,
  parseJsonBody,
  type RawRequest,
  readField,
  readOptionalField,
} from './read-request.ts';
import { type Refusal, refuse, withProblems } from './refusal.ts';

/** "Link these objects to that Tracker issue." Without `entityIds` the object of the address is meant. */
export interface CreateLinksRequest {
  readonly issueKey: string;
  readonly entityIds: readonly EntityKey[] | undefined;
}

/** "Remove the link to that Tracker issue." Without `remoteKey` the object of the address is meant. */
export interface RemoveLinksRequest {
  readonly issueKey: string;
  readonly remoteKey: EntityKey | undefined;
}

/** Whether the caller asked for an envelope (`?envelope=true`), which widgets need because their host hides statuses. */
export function parseEnvelope(request: RawRequest): FieldResult<boolean> {
  const envelope = readOptionalField(request, 'envelope', choice('true', 'false'));
  return envelope.ok ? succeed(envelope.value === 'true') : envelope;
}

/** For endpoints whose address says everything. */
export function parseNothing(_request: RawRequest): Result<undefined, Refusal> {
  return succeed(undefined);
}

/** POST `links` where the address names an object: `{"issueKey", "entityIds"?}`. Other members are ignored. */
export function parseCreateLinks(request: RawRequest): Result<CreateLinksRequest, Refusal> {
  return parseCreateBody(request, (field, received) =>
    received === undefined ? succeed(undefined) : parseEntityIdsField(field, received),
  );
}

/**
 * POST `links` in the global scope, where `entityIds` says everything. `?kind=` in the address says that every key is one of that
 * kind: Tracker sends bare keys to one fixed address per application, and a login may look like the key of a project.
 */
export function parseCreateLinksAnywhere(request: RawRequest): Result<CreateLinksRequest, Refusal> {
  const kind = readOptionalField(request, 'kind', choice(...entityKinds));
  const parsed = parseCreateBody(request, parseEntityIdsField);
  if (!kind.ok) return fail(withProblems(kind.problem, parsed));
  if (!parsed.ok || kind.value === undefined) return parsed;
  const { issueKey, entityIds } = parsed.value;
  return succeed({ issueKey, entityIds: entityIds?.map((key) => onlyOfKind(key, kind.value)) });
}

/** DELETE `links?issueKey=` where the address names an object; `remoteKey` may repeat it. */
export function parseRemoveLinks(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return collectFields({
    issueKey: readField(request, 'issueKey', parseIssueKeyField),
    remoteKey: readOptionalField(request, 'remoteKey', parseEntityKeyField),
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
  return collectFields({ input: readField(request, 'input', textUpTo(limits.inputCharacters)) });
}

function parseCreateBody(
  request: RawRequest,
  parseIds: FieldParser<readonly EntityKey[] | undefined>,
): Result<CreateLinksRequest, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const { issueKey, entityIds }: JsonObject = body.value;
  if (Array.isArray(entityIds) && entityIds.length > limits.entityIds)
    return fail(tooManyIds(entityIds.length));
  return collectFields({
    issueKey: parseIssueKeyField('issueKey', issueKey),
    entityIds: parseIds('entityIds', entityIds),
  });
}

function onlyOfKind({ written, readings }: EntityKey, kind: EntityKind | undefined): EntityKey {
  return { written, readings: readings.filter((reading) => reading.kind === kind) };
}

function tooManyIds(count: number): Refusal {
  return refuse('too_many_ids', [fieldProblem('entityIds', `at most ${limits.entityIds} keys`, count)]);
}
