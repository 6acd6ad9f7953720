import { fieldSettings, hasFittingField } from '../pages/fitting-fields.ts';
import type { Host, Project, Settings } from '../ports/youtrack.ts';
import type { MissingField, StatusCheck } from './status-answer.ts';

const missingShown = 50;

/**
 * Whether the projects in use have the fields that the global settings name. These are the names that hold for calls with a token,
 * also in projects that have set others for themselves: the server shows code outside a project the global settings alone.
 */
export function checkFields(
  host: Pick<Host, 'settings' | 'findProject'>,
  projectKeys: readonly string[],
): StatusCheck {
  const missing = projectKeys.flatMap((key) => {
    const project = host.findProject(key);
    return project === undefined ? [] : listMissingFields(project, host.settings);
  });
  return {
    id: 'fields',
    state: missing.length === 0 ? 'ok' : 'warning',
    missing: missing.slice(0, missingShown),
  };
}

function listMissingFields(project: Project, { fields }: Settings): MissingField[] {
  return fieldSettings
    .filter(({ setting, field }) => !hasFittingField(project, setting, fields[field]))
    .map(({ setting, field }) => ({ project: project.key, setting, field: fields[field] }));
}
