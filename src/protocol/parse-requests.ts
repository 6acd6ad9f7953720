import { fail, type Result, succeed } from '../result.ts';
import { type EntityKey, type EntityKind, entityKinds } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { findEntityKeys, type KeyContext } from './parse-entity-key.ts';
import { choice, entityIds, type NamedKey, parseIssueKeyField, queryKey, textUpTo } from './parse-values.ts';
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

/** "What is this about?" */
export interface InfoRequest {
  readonly key: EntityKey;
}

/** "What is linked to that Tracker issue?" Of one kind, or of all. */
export interface LinkedRequest {
  readonly issueKey: string;
  readonly kind: EntityKind | undefined;
}

/** "What may somebody mean who types this?" Of one kind, or of all. */
export interface SuggestRequest {
  readonly input: string;
  /** The keys and addresses that stand in the text. */
  readonly keys: readonly EntityKey[];
  readonly kind: EntityKind | undefined;
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
  const parseIds = entityIds({ serverAddress: request.serverAddress, mayBeNone: false });
  return parseBody<readonly NamedKey[] | undefined>(request, (field, received) =>
    received === undefined ? succeed(undefined) : parseIds(field, received),
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
  return collectFields({
    issueKey: readField(request, 'issueKey', parseIssueKeyField),
    remoteKey: readOptionalField(request, 'remoteKey', queryKey(request)),
  });
}

/** DELETE `links?issueKey=&remoteKey=[&kind=]` in the global scope. */
export function parseRemoveLinksAnywhere(request: RawRequest): Result<RemoveLinksRequest, Refusal> {
  return withKind(request, (context) =>
    collectFields({
      issueKey: readField(request, 'issueKey', parseIssueKeyField),
      remoteKey: readField(request, 'remoteKey', queryKey(context)),
    }),
  );
}

/** GET `info?key=[&kind=]` in the global scope. */
export function parseInfoQuery(request: RawRequest): Result<InfoRequest, Refusal> {
  return withKind(request, (context) => collectFields({ key: readField(request, 'key', queryKey(context)) }));
}

/** GET `links?issueKey=[&kind=]` in the global scope. */
export function parseLinkedQuery(request: RawRequest): Result<LinkedRequest, Refusal> {
  return collectFields({
    issueKey: readField(request, 'issueKey', parseIssueKeyField),
    kind: readKind(request),
  });
}

/** GET `suggest?input=[&kind=]`. */
export function parseSuggestQuery(request: RawRequest): Result<SuggestRequest, Refusal> {
  const parsed = collectFields({
    input: readField(request, 'input', textUpTo(limits.inputCharacters)),
    kind: readKind(request),
  });
  if (!parsed.ok) return parsed;
  return succeed({
    ...parsed.value,
    keys: findEntityKeys(parsed.value.input, { ...request, ...parsed.value }),
  });
}

function readKind(request: RawRequest): FieldResult<EntityKind | undefined> {
  return readOptionalField(request, 'kind', choice(...entityKinds));
}

/** Reads a request whose `?kind=` says what its keys may name; all problems are named at once. */
function withKind<T>(
  request: RawRequest,
  parse: (context: KeyContext) => Result<T, Refusal>,
): Result<T, Refusal> {
  const kind = readKind(request);
  const { serverAddress } = request;
  if (kind.ok) return parse({ serverAddress, kind: kind.value });
  return fail(withProblems(kind.problem, parse({ serverAddress })));
}

function parseBody<Ids extends readonly NamedKey[] | undefined>(
  request: RawRequest,
  parseIds: FieldParser<Ids>,
): Result<{ readonly issueKey: string; readonly entityIds: Ids }, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const { issueKey, entityIds: ids }: JsonObject = body.value;
  if (Array.isArray(ids) && ids.length > limits.entityIds) return fail(tooManyIds(ids.length));
  const parsed = collectFields({
    issueKey: parseIssueKeyField('issueKey', issueKey),
    entityIds: parseIds('entityIds', ids),
  });
  // One text may hold many keys.
  const count = parsed.ok ? (parsed.value.entityIds?.length ?? 0) : 0;
  return count > limits.entityIds ? fail(tooManyIds(count)) : parsed;
}

function tooManyIds(count: number): Refusal {
  return refuse('too_many_ids', [fieldProblem('entityIds', `at most ${limits.entityIds} keys`, count)]);
}
