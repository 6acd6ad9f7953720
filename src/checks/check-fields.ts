import { fieldSettings } from '../pages/list-project-settings.ts';
import type { Host, Project, Settings } from '../ports/youtrack.ts';
import { chooseField, type FieldChoice, fieldRoles } from '../showing/project-fields.ts';
import type { MissingField, StatusCheck } from './status-answer.ts';

const missingShown = 50;

/** Whether the projects in use have the fields that they or the company name, or else the usual ones, of types that fit. */
export function checkFields(
  host: Pick<Host, 'settings' | 'findProject'>,
  projectKeys: readonly string[],
): StatusCheck {
  const missing = projectKeys.flatMap((key) => {
    const project = host.findProject(key);
    return project === undefined ? [] : listMissing(project, host.settings);
  });
  return {
    id: 'fields',
    state: missing.length === 0 ? 'ok' : 'warning',
    missing: missing.slice(0, missingShown),
  };
}

function listMissing(project: Project, settings: Settings): MissingField[] {
  return fieldRoles.flatMap((role) => {
    const choice = chooseField(project, settings, role);
    if (choice.field !== undefined) return [];
    const { name: field } = choice;
    return [{ project: project.key, setting: fieldSettings[role], field, reason: reasonOf(project, choice) }];
  });
}

function reasonOf(project: Project, { name, source }: FieldChoice): MissingField['reason'] {
  if (project.findField(name) !== undefined) return 'unfit';
  return source === 'default' ? 'unnamed' : 'absent';
}
