import type { Entity, Host } from '../ports/youtrack.ts';
import { type EntityKey, expectedEntityKey } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import type { NamedKey } from '../protocol/parse-values.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';

/** An object a request is about, and where in the request it is named. */
export interface Target {
  readonly field: string;
  readonly entity: Entity;
}

type ResolveHost = Pick<Host, 'findEntity' | 'own'>;

/**
 * The objects a request names, each once, in the order asked. In the scope of an issue, article or user only that one
 * may be named; in a project's scope the project, its issues and its articles; in the global scope anything visible. Else
 * `malformed`, and `not_found` for what the caller may not see.
 */
export function resolveTargets(
  host: ResolveHost,
  named: readonly NamedKey[] | undefined,
): Result<readonly Target[], Refusal> {
  const { own } = host;
  if (own !== undefined && !own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  if (named === undefined) return succeed(own === undefined ? [] : [{ field: 'key', entity: own }]);
  if (own === undefined) return findAll(host, named);
  return own.kind === 'project' ? findInProject(host, own, named) : matchOwn(host, own, named);
}

function findAll(host: ResolveHost, named: readonly NamedKey[]): Result<readonly Target[], Refusal> {
  const found: Target[] = [];
  const missing: NamedKey[] = [];
  for (const one of named) {
    const entity = findVisibleEntity(host, one.key);
    if (entity === undefined) missing.push(one);
    else found.push({ field: one.field, entity });
  }
  return missing.length > 0 ? fail(refuseMissing(missing)) : succeed(eachOnce(found));
}

function findInProject(
  host: ResolveHost,
  own: Entity,
  named: readonly NamedKey[],
): Result<readonly Target[], Refusal> {
  const found = findAll(host, named);
  if (!found.ok) return found;
  const problems = found.value
    .filter(({ entity }) => entity.project?.key !== own.key)
    .map(({ field, entity }) => fieldProblem(field, `${own.key}, or an issue or article of it`, entity.key));
  return problems.length > 0 ? fail(refuse('malformed', problems)) : found;
}

/** Any other key is malformed here, whether or not it names something: nothing is told about other objects. */
function matchOwn(
  host: ResolveHost,
  own: Entity,
  named: readonly NamedKey[],
): Result<readonly Target[], Refusal> {
  const problems = named
    .filter(({ key }) => !names(host, key, own))
    .map(({ field, key }) => fieldProblem(field, `${own.key}, the object of the address`, key.written));
  if (problems.length > 0) return fail(refuse('malformed', problems));
  return succeed([{ field: 'key', entity: own }]);
}

function names(host: ResolveHost, key: EntityKey, own: Entity): boolean {
  return key.readings.some(
    (reading) => reading.kind === own.kind && host.findEntity(reading)?.key === own.key,
  );
}

function eachOnce(found: readonly Target[]): readonly Target[] {
  const seen = new Map<string, Target>();
  for (const target of found) {
    const identity = `${target.entity.kind} ${target.entity.key}`;
    if (!seen.has(identity)) seen.set(identity, target);
  }
  return [...seen.values()];
}

/**
 * The first reading of a key that names something the caller may see. What the caller may not see does not exist, so an
 * invisible issue does not hide a visible user of the same name.
 */
export function findVisibleEntity(host: Pick<Host, 'findEntity'>, key: EntityKey): Entity | undefined {
  for (const reading of key.readings) {
    const entity = host.findEntity(reading);
    if (entity?.isVisible()) return entity;
  }
  return undefined;
}

/** The refusal for keys that name nothing the caller may see. A mere guess at what a text means was wrong then: it is no key. */
export function refuseMissing(missing: readonly NamedKey[]): Refusal {
  const guesses = missing.filter(({ key }) => key.isGuess);
  if (guesses.length === 0)
    return refuse(
      'not_found',
      missing.map(({ field }) => unknownObject(field)),
    );
  const problems = guesses.map(({ field, key }) => fieldProblem(field, expectedEntityKey, key.written));
  return refuse('malformed', problems);
}
