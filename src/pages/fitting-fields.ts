import type { FieldNames, Project } from '../ports/youtrack.ts';
import type { SettingName } from './project-overview-answer.ts';

/** A setting that names a custom field. */
export type FieldSetting = Exclude<SettingName, 'disclosure'>;

/** The settings that name a custom field, in the order of answers, and where their values are. */
export const fieldSettings: readonly {
  readonly setting: FieldSetting;
  readonly field: keyof FieldNames;
}[] = [
  { setting: 'statusField', field: 'status' },
  { setting: 'deadlineField', field: 'deadline' },
  { setting: 'assigneeField', field: 'assignee' },
];

// Types as the server names them: `state[1]`, `enum[*]`, `date and time`, `user[1]`. A status can be any value with a name.
const fittingTypes: Readonly<Record<FieldSetting, RegExp>> = {
  statusField: /^(?!date|period|integer|float)/i,
  deadlineField: /^date/i,
  assigneeField: /^user/i,
};

/** Whether a project has the field a setting names, of a type that can hold what Tracker is to be told. */
export function hasFittingField(project: Project, setting: FieldSetting, name: string): boolean {
  const field = project.findField(name);
  return field !== undefined && fittingTypes[setting].test(field.type);
}
