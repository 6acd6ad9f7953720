import type { Execution } from '../ports/execution.ts';
import { fieldProperty, fieldsOf, projectFieldTypes } from '../world/custom-fields.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { foldCase, idsIn } from '../world/values.ts';

/** A project's custom field as scripts meet it on an issue. */
export interface ProjectField {
  readonly field: Id;
  readonly name: string;
  /** `state`, `user`, `date`, `period`… */
  readonly kind: string;
  readonly isMulti: boolean;
  /** The issue property that holds its value. */
  readonly property: string;
}

interface CachedFields {
  readonly writes: number;
  readonly byProject: Map<Id, ReadonlyMap<string, ProjectField>>;
}

const cache = new WeakMap<Transaction, CachedFields>();

/** The custom fields of an issue's project, in the project's order. */
export function projectFieldsOf(tx: Transaction, issue: Id): readonly ProjectField[] {
  return [...fieldMap(tx, issue).values()];
}

/** A custom field of an issue by name, in any letter case. */
export function findProjectField(tx: Transaction, issue: Id, name: string): ProjectField | undefined {
  return fieldMap(tx, issue).get(foldCase(name));
}

/**
 * A custom field of an issue as a script names it: by its name, or by the alias the script's requirements give it
 * (JetBrains, "Using the Workflow API", "Aliases").
 */
export function findFieldForScript(
  { change, script }: Pick<Execution, 'change' | 'script'>,
  issue: Id,
  name: string,
): ProjectField | undefined {
  const found = findProjectField(change.tx, issue, name);
  if (found !== undefined || script.requirements.length === 0) return found;
  const requirement = script.requirements.find(({ alias, isField }) => isField && alias === name);
  return requirement === undefined ? undefined : findProjectField(change.tx, issue, requirement.name);
}

/** A custom field of a project by name, in any letter case. */
export function findFieldOf(tx: Transaction, project: Id, name: string): ProjectField | undefined {
  return fieldMapOf(tx, project).get(foldCase(name));
}

function fieldMap(tx: Transaction, issue: Id): ReadonlyMap<string, ProjectField> {
  const [project] = idsIn(tx.get(issue, 'project'));
  return project === undefined ? new Map() : fieldMapOf(tx, project);
}

/** Scripts read fields one by one; a project's fields are looked up once per transaction, unless it changes them. */
function fieldMapOf(tx: Transaction, project: Id): ReadonlyMap<string, ProjectField> {
  const writes = projectFieldTypes.reduce((sum, type) => sum + tx.writesTo(type), 0);
  let cached = cache.get(tx);
  if (cached === undefined || cached.writes !== writes) {
    cached = { writes, byProject: new Map() };
    cache.set(tx, cached);
  }
  const known = cached.byProject.get(project) ?? readFields(tx, project);
  cached.byProject.set(project, known);
  return known;
}

function readFields(tx: Transaction, project: Id): ReadonlyMap<string, ProjectField> {
  const fields = fieldsOf(tx, project).map((field): [string, ProjectField] => {
    const name = String(tx.get(field, 'name'));
    const kind = String(tx.get(field, 'fieldKind'));
    const isMulti = tx.get(field, 'multi') === true;
    return [foldCase(name), { field, name, kind, isMulti, property: fieldProperty(tx, field) }];
  });
  return new Map(fields);
}
