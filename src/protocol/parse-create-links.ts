import { fail, type Result, succeed } from '../result.ts';
import { collectFields } from './collect-fields.ts';
import { type EntityKey, type EntityKind, entityKinds } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { type FieldParser, optional, parseEntityIdsField, parseIssueKeyField } from './parse-fields.ts';
import { type JsonObject, parseJsonBody } from './parse-json-body.ts';
import { choice } from './parse-values.ts';
import type { RawRequest } from './raw-request.ts';
import { readOptionalField } from './read-field.ts';
import { type Refusal, refuse, withProblems } from './refusal.ts';

/** "Link these objects to that Tracker issue." Without `entityIds` the object of the address is meant. */
export interface CreateLinksRequest {
  readonly issueKey: string;
  readonly entityIds: readonly EntityKey[] | undefined;
}

/** POST `links` where the address names an object: `{"issueKey", "entityIds"?}`. Other members are ignored. */
export function parseCreateLinks(request: RawRequest): Result<CreateLinksRequest, Refusal> {
  return parseBody(request, optional(parseEntityIdsField));
}

/**
 * POST `links` in the global scope, where `entityIds` says everything. `?kind=` in the address says that every key is one of that
 * kind: Tracker sends bare keys to one fixed address per application, and a login may look like the key of a project.
 */
export function parseCreateLinksAnywhere(request: RawRequest): Result<CreateLinksRequest, Refusal> {
  const kind = readOptionalField(request, 'kind', choice(...entityKinds));
  const parsed = parseBody(request, parseEntityIdsField);
  if (!kind.ok) return fail(withProblems(kind.problem, parsed));
  if (!parsed.ok || kind.value === undefined) return parsed;
  const { issueKey, entityIds } = parsed.value;
  return succeed({ issueKey, entityIds: entityIds?.map((key) => onlyOfKind(key, kind.value)) });
}

function parseBody(
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
