import type { FieldNames, Project, Settings } from '../ports/youtrack.ts';
import type { MissingField } from './status-answer.ts';

/** The settings that name a custom field, in the order of answers, and where their values are. */
export const fieldSettings: readonly {
  readonly setting: MissingField['setting'];
  readonly field: keyof FieldNames;
}[] = [
  { setting: 'statusField', field: 'status' },
  { setting: 'deadlineField', field: 'deadline' },
  { setting: 'assigneeField', field: 'assignee' },
];

// Types as the server names them: `state[1]`, `enum[*]`, `date and time`, `user[1]`. A status can be any value with a name.
const fittingTypes: Readonly<Record<MissingField['setting'], RegExp>> = {
  statusField: /^(?!date|period|integer|float)/i,
  deadlineField: /^date/i,
  assigneeField: /^user/i,
};

/** Whether a project has the field a setting names, of a type that can hold what Tracker is to be told. */
export function hasFittingField(project: Project, setting: MissingField['setting'], name: string): boolean {
  const field = project.findField(name);
  return field !== undefined && fittingTypes[setting].test(field.type);
}

/** Every field that the settings name and a project lacks. */
export function listMissingFields(project: Project, { fields }: Settings): MissingField[] {
  return fieldSettings
    .filter(({ setting, field }) => !hasFittingField(project, setting, fields[field]))
    .map(({ setting, field }) => ({ project: project.key, setting, field: fields[field] }));
}
