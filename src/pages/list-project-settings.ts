import type { FieldRole, Project, Settings } from '../ports/youtrack.ts';
import { disclosures, stricter } from '../protocol/disclosure.ts';
import { settingDefaults } from '../protocol/setting-defaults.ts';
import { readOwnDisclosure } from '../showing/disclosure.ts';
import {
  chooseField,
  chooseWithoutOwn,
  type FieldChoice,
  fieldRoles,
  listFitting,
  readOwnField,
} from '../showing/project-fields.ts';
import type { HeldSetting, ProjectSetting, SettingName } from './project-settings-answer.ts';

/** The settings that name a field. */
export const fieldSettings: Readonly<Record<FieldRole, Exclude<SettingName, 'disclosure'>>> = {
  status: 'statusField',
  deadline: 'deadlineField',
  assignee: 'assigneeField',
};

/** What holds in a project; what may be chosen is listed for those who may choose. */
export function listProjectSettings(
  project: Project,
  settings: Settings,
  mayEdit: boolean,
): readonly ProjectSetting[] {
  const listed = [
    toDisclosureSetting(project, settings),
    ...fieldRoles.map((role) => toFieldSetting(project, settings, role)),
  ];
  if (mayEdit) return listed;
  return listed.map(({ choices, ...shown }) => shown);
}

function toDisclosureSetting(project: Project, { disclosure }: Settings): ProjectSetting {
  const own = readOwnDisclosure(project);
  const source = disclosure === settingDefaults.disclosure ? 'default' : 'app';
  const otherwise = { value: disclosure, source } as const;
  const isOwn = own !== undefined && stricter(disclosure, own) === own;
  return {
    name: 'disclosure',
    ...(isOwn ? { value: own, source: 'project' } : otherwise),
    ...(own !== undefined && { own }),
    otherwise,
    choices: disclosures,
  };
}

function toFieldSetting(project: Project, settings: Settings, role: FieldRole): ProjectSetting {
  const own = readOwnField(project, role);
  return {
    name: fieldSettings[role],
    ...toHeld(chooseField(project, settings, role)),
    ...(own !== undefined && { own }),
    otherwise: toHeld(chooseWithoutOwn(project, settings.fields[role], role)),
    choices: listFitting(project, role).map(({ name }) => name),
  };
}

function toHeld({ name, source, field }: FieldChoice): HeldSetting {
  return { value: field?.name ?? name, source, fieldExists: field !== undefined };
}
