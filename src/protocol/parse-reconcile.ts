import { fail, type Result, succeed } from '../result.ts';
import { choice } from './choice.ts';
import { type EntityKind, entityKinds } from './entity-key.ts';
import { fieldProblem } from './field-problem.ts';
import { limits } from './limits.ts';
import { parseIssueKeyField, parseQueueKeyField, textUpTo } from './parse-values.ts';
import {
  collectFields,
  type FieldResult,
  parseJsonBody,
  type RawRequest,
  readOptionalField,
} from './read-request.ts';
import type { Refusal } from './refusal.ts';

/** Which links are compared: those of a project's objects, those to a queue's issues, or all; and behind which issue to go on. */
export interface ReconcileQuery {
  readonly project: string | undefined;
  /** In capitals. */
  readonly queue: string | undefined;
  readonly after: string | undefined;
}

/** What may be done about a difference. `there` is Tracker, `here` is YouTrack. */
export const reconcileActions = ['add_there', 'remove_there', 'repair', 'add_here', 'remove_here'] as const;

/** One difference, and what is to be done about it. */
export interface ReconcileRequest {
  readonly action: (typeof reconcileActions)[number];
  readonly kind: EntityKind;
  readonly key: string;
  readonly issueKey: string;
}

/** GET admin `reconcile?project=&queue=&after=`. */
export function parseReconcileQuery(request: RawRequest): Result<ReconcileQuery, Refusal> {
  const project = readOptionalField(request, 'project', textUpTo(limits.keyCharacters));
  const queue = readOptionalField(request, 'queue', parseQueueKeyField);
  return collectFields({
    project,
    queue: toOneScope(queue, project),
    after: readOptionalField(request, 'after', parseIssueKeyField),
  });
}

/** A project or a queue, not both: what would be meant is not obvious. */
function toOneScope(
  queue: FieldResult<string | undefined>,
  project: FieldResult<string | undefined>,
): FieldResult<string | undefined> {
  if (!queue.ok || queue.value === undefined) return queue;
  const isBoth = project.ok && project.value !== undefined;
  if (isBoth) return fail([fieldProblem('queue', 'nothing where a project is given', queue.value)]);
  return succeed(queue.value.toUpperCase());
}

/** POST admin `reconcile/apply` `{"action", "kind", "key", "issueKey"}`. */
export function parseReconcileRequest(request: RawRequest): Result<ReconcileRequest, Refusal> {
  const body = parseJsonBody(request.body);
  if (!body.ok) return body;
  const { action, kind, key, issueKey } = body.value;
  return collectFields({
    action: choice(...reconcileActions)('action', action),
    kind: choice(...entityKinds)('kind', kind),
    key: textUpTo(limits.loginCharacters)('key', key),
    issueKey: parseIssueKeyField('issueKey', issueKey),
  });
}
