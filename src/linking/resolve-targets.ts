import type { Entity, Host } from '../ports/youtrack.ts';
import type { EntityKey } from '../protocol/entity-key.ts';
import { fieldProblem, unknownObject } from '../protocol/field-problem.ts';
import type { NamedKey } from '../protocol/parse-values.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { findVisibleEntity, refuseMissing } from './find-visible-entity.ts';

/** An object a request is about. */
export interface NamedEntity {
  readonly field: string;
  readonly entity: Entity;
}

/** Who resolves: a host, and the object of the address where the address names one. */
export type Scope = Pick<Host, 'findEntity'> & { readonly own?: Entity };

/**
 * The objects a request names, each once, in the order asked. In the scope of an issue, article or user only that one
 * may be named; in a project's scope the project, its issues and its articles; in the global scope anything visible.
 */
export function resolveTargets(
  scope: Scope,
  named: readonly NamedKey[] | undefined,
): Result<readonly NamedEntity[], Refusal> {
  const { own } = scope;
  if (own !== undefined && !own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  if (named === undefined) return succeed(own === undefined ? [] : [{ field: 'key', entity: own }]);
  if (own === undefined) return findAll(scope, named);
  return own.kind === 'project' ? findInProject(scope, own, named) : matchOwn(scope, own, named);
}

function findAll(scope: Scope, named: readonly NamedKey[]): Result<readonly NamedEntity[], Refusal> {
  const found: NamedEntity[] = [];
  const missing: NamedKey[] = [];
  for (const one of named) {
    const entity = findVisibleEntity(scope, one.key);
    if (entity === undefined) missing.push(one);
    else found.push({ field: one.field, entity });
  }
  return missing.length > 0 ? fail(refuseMissing(missing)) : succeed(eachOnce(found));
}

function findInProject(
  scope: Scope,
  own: Entity,
  named: readonly NamedKey[],
): Result<readonly NamedEntity[], Refusal> {
  const found = findAll(scope, named);
  if (!found.ok) return found;
  const problems = found.value
    .filter(({ entity }) => entity.project?.key !== own.key)
    .map(({ field, entity }) => fieldProblem(field, `${own.key}, or an issue or article of it`, entity.key));
  return problems.length > 0 ? fail(refuse('malformed', problems)) : found;
}

/** Any other key is malformed here, whether or not it names something: nothing is told about other objects. */
function matchOwn(
  scope: Scope,
  own: Entity,
  named: readonly NamedKey[],
): Result<readonly NamedEntity[], Refusal> {
  const problems = named
    .filter(({ key }) => !names(scope, key, own))
    .map(({ field, key }) => fieldProblem(field, `${own.key}, the object of the address`, key.written));
  if (problems.length > 0) return fail(refuse('malformed', problems));
  return succeed([{ field: 'key', entity: own }]);
}

function names(scope: Scope, key: EntityKey, own: Entity): boolean {
  return key.readings.some(
    (reading) => reading.kind === own.kind && scope.findEntity(reading)?.key === own.key,
  );
}

function eachOnce(found: readonly NamedEntity[]): readonly NamedEntity[] {
  const seen = new Map<string, NamedEntity>();
  for (const target of found) {
    const identity = `${target.entity.kind} ${target.entity.key}`;
    if (!seen.has(identity)) seen.set(identity, target);
  }
  return [...seen.values()];
}
