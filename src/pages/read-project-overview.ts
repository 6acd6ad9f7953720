import type { OwnHost, Project, Settings } from '../ports/youtrack.ts';
import { unknownObject } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { settingDefaults } from '../protocol/setting-defaults.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { noteDisclosure } from '../writing/remember-disclosure.ts';
import { fieldSettings, hasFittingField } from './fitting-fields.ts';
import { listLinkedInProject } from './list-linked-in-project.ts';
import type { EffectiveSetting, ProjectOverviewAnswer, SettingName } from './project-overview-answer.ts';

/** How the app is set up in the project of the address, and how much of the project is linked. */
export function readProjectOverview(host: OwnHost): Result<Reply<ProjectOverviewAnswer>, Refusal> {
  const { own, settings } = host;
  const project = own.isVisible() ? host.findProject(own.key) : undefined;
  if (project === undefined) return fail(refuse('not_found', [unknownObject('key')]));
  noteDisclosure(host);
  const linked = listLinkedInProject(host, own.key);
  const issues = linked.filter(({ kind }) => kind === 'issue').length;
  return succeed({
    status: 200,
    body: {
      key: own.key,
      name: project.name,
      isArchived: project.isArchived,
      settings: listSettings(project, settings),
      linked: { issues, articles: linked.length - issues },
    },
  });
}

function listSettings(project: Project, { disclosure, fields }: Settings): EffectiveSetting[] {
  return [
    toSetting('disclosure', disclosure),
    ...fieldSettings.map(({ setting, field }) => ({
      ...toSetting(setting, fields[field]),
      fieldExists: hasFittingField(project, setting, fields[field]),
    })),
  ];
}

/** Scripts get one value, the project's own or else the global one, and are not told which it was. */
function toSetting(name: SettingName, value: string): EffectiveSetting {
  return { name, value, source: value === settingDefaults[name] ? 'default' : 'configured' };
}
