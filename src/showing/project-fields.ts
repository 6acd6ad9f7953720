import type { FieldRole, Project, ProjectField, Settings, TextName } from '../ports/youtrack.ts';

/** All of them, in the order of answers. */
export const fieldRoles: readonly FieldRole[] = ['status', 'deadline', 'assignee'];

/** What YouTrack's own templates of projects call them. */
export const usualNames: Readonly<Record<FieldRole, string>> = {
  status: 'State',
  deadline: 'Due Date',
  assignee: 'Assignee',
};

// The server writes how many values a field has behind the type: `state[1]`, `enum[*]`. A status can be any value with a
// name. Source: "Field Types" of JetBrains' REST reference on custom field prototypes.
const fittingTypes: Readonly<Record<FieldRole, ReadonlySet<string>>> = {
  status: new Set(['state', 'enum', 'version', 'build', 'ownedfield', 'string']),
  deadline: new Set(['date', 'date and time']),
  assignee: new Set(['user']),
};

const ownNames: Readonly<Record<FieldRole, TextName>> = {
  status: 'trackerStatusField',
  deadline: 'trackerDeadlineField',
  assignee: 'trackerAssigneeField',
};

/** Which field of a project Tracker is told of. */
export interface FieldChoice {
  /** Who has named it: the project, the company for all projects, or nobody, so that it goes by its type. */
  readonly source: 'project' | 'app' | 'default';
  /** As it was named, or as it is called where it was found by its type; the usual name where there is none such. */
  readonly name: string;
  /** Absent where the project has no such field, or one that cannot hold what is wanted. */
  readonly field?: ProjectField;
}

/** The field that holds in a project. */
export function chooseField(project: Project, { fields }: Settings, role: FieldRole): FieldChoice {
  const own = readOwnField(project, role);
  if (own !== undefined) return { source: 'project', name: own, ...findFitting(project, role, own) };
  return chooseWithoutOwn(project, fields[role], role);
}

/** The field that would hold if the project named none. */
export function chooseWithoutOwn(
  project: Project,
  company: string | undefined,
  role: FieldRole,
): FieldChoice {
  if (company !== undefined) return { source: 'app', name: company, ...findFitting(project, role, company) };
  const field = findByType(project, role);
  return { source: 'default', name: field?.name ?? usualNames[role], ...(field && { field }) };
}

/** The name a project gives itself; undefined when it gives none. */
export function readOwnField({ store }: Project, role: FieldRole): string | undefined {
  const stored = store.readText(ownNames[role]);
  // What is no text names no field, and is shown as it prints.
  const name = (stored.ok ? (stored.value ?? '') : stored.problem).trim();
  return name === '' ? undefined : name;
}

/** The project's fields that can hold what is wanted. */
export function listFitting(project: Project, role: FieldRole): readonly ProjectField[] {
  return project.listFields().filter((field) => fits(role, field));
}

/** Stores the names a project gives itself; undefined is none. */
export function toStoredNames(
  names: Readonly<Record<FieldRole, string | undefined>>,
): Partial<Record<TextName, string | undefined>> {
  return Object.fromEntries(fieldRoles.map((role) => [ownNames[role], names[role]]));
}

function findFitting(project: Project, role: FieldRole, name: string): Pick<FieldChoice, 'field'> {
  const field = project.findField(name);
  return field !== undefined && fits(role, field) ? { field } : {};
}

/** The field with the usual name; for the status also the only field of states, whatever its name. */
function findByType(project: Project, role: FieldRole): ProjectField | undefined {
  const usual = project.findField(usualNames[role]);
  if (role !== 'status' || (usual !== undefined && typeOf(usual) === 'state')) {
    return usual !== undefined && fits(role, usual) ? usual : undefined;
  }
  const [only, ...others] = project.listFields().filter((field) => typeOf(field) === 'state');
  if (only !== undefined && others.length === 0) return only;
  return usual !== undefined && fits(role, usual) ? usual : undefined;
}

function fits(role: FieldRole, field: ProjectField): boolean {
  return fittingTypes[role].has(typeOf(field));
}

/** `state` of `state[1]`. */
function typeOf({ type }: ProjectField): string {
  return type.replace(/\[.*$/s, '').trim().toLowerCase();
}
