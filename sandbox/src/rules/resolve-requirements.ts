import type { ResolvedRequirement } from '../api/context.ts';
import type { RequirementDescription } from '../api/requirements.ts';
import { entityToScript } from '../context/script-values.ts';
import type { EntryModule } from '../realm/script-module.ts';
import { findField, findFieldValue } from '../world/custom-fields.ts';
import { findGroup, findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { findRequiredEntity } from './find-required-entity.ts';

export interface ResolvedRequirements {
  readonly resolved: Readonly<Record<string, ResolvedRequirement>>;
  /** What is missing, one sentence each; the script is inactive while there is any. */
  readonly problems: readonly string[];
}

export interface RequiringScript {
  readonly script: EntryModule;
  /** The project the script works in; field requirements cannot be met without one. */
  readonly project: Id | undefined;
}

const nothingRequired: ResolvedRequirements = { resolved: {}, problems: [] };

/**
 * Looks up what a script requires: custom fields of the project with their values, and entities of the whole server
 * (JetBrains' reference, entities, "Requirements").
 */
export function resolveRequirements(
  tx: Transaction,
  { script, project }: RequiringScript,
): ResolvedRequirements {
  if (script.requirements.length === 0) return nothingRequired;
  const resolved: Record<string, ResolvedRequirement> = {};
  const problems: string[] = [];
  for (const requirement of script.requirements) {
    const found = requirement.isField
      ? resolveField(tx, { requirement, project })
      : resolveEntity(tx, requirement);
    if (typeof found === 'string') problems.push(`${script.name}.js requires ${found}`);
    else resolved[requirement.alias] = found;
  }
  return { resolved, problems };
}

/** The requirement as `ctx` gets it, or what is missing. */
function resolveEntity(tx: Transaction, requirement: RequirementDescription): ResolvedRequirement | string {
  const found = findRequiredEntity(tx, requirement);
  return found === undefined
    ? `${requirement.type} ${requirement.name}`
    : { entity: entityToScript(tx, found) };
}

interface FieldRequirement {
  readonly requirement: RequirementDescription;
  readonly project: Id | undefined;
}

function resolveField(
  tx: Transaction,
  { requirement, project }: FieldRequirement,
): ResolvedRequirement | string {
  const { name, type, multi, values } = requirement;
  if (project === undefined) return `the custom field ${name}, and does not work in a project`;
  const field = findField(tx, project, name);
  const wanted = baseType(type);
  if (field === undefined) return `the custom field ${name} (${wanted})`;
  if (baseType(String(tx.get(field, 'typeName'))) !== wanted)
    return `the custom field ${name} to be of the type ${wanted}`;
  if (multi === true && tx.get(field, 'multi') !== true)
    return `the custom field ${name} to hold several values`;
  const resolved: ResolvedRequirement['values'] & Record<string, unknown> = {};
  for (const [alias, valueName] of Object.entries(values)) {
    const value = findValue(tx, { field, type: wanted, name: valueName });
    if (value === undefined) return `the value ${valueName} of the custom field ${name}`;
    Object.assign(resolved, { [alias]: entityToScript(tx, value) });
  }
  return { entity: entityToScript(tx, field), values: resolved };
}

function findValue(
  tx: Transaction,
  { field, type, name }: { readonly field: Id; readonly type: string; readonly name: string },
): Id | undefined {
  if (type === 'user') return findUser(tx, name);
  return type === 'group' ? findGroup(tx, name) : findFieldValue(tx, field, name);
}

/** `enum[1]` and `enum[*]` are one type to a requirement; `multi` tells them apart. */
function baseType(typeName: string): string {
  return typeName.replace(/\[.\]$/, '');
}
