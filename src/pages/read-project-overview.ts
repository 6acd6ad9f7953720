import type { OwnHost } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { listLinkedInProject } from './list-linked-in-project.ts';
import { listProjectSettings } from './list-project-settings.ts';
import type { ProjectOverviewAnswer } from './project-overview-answer.ts';

/**
 * How the app is set up in the project of the address, and how much of the project is linked (`showProjectOverview` of
 * docs/openapi.yaml). Refused as `not_found`.
 */
export function readProjectOverview(host: OwnHost): Result<Reply<ProjectOverviewAnswer>, Refusal> {
  const { own, settings } = host;
  const { project } = own;
  if (project === undefined || !own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const linked = listLinkedInProject(host, own.key);
  const issues = linked.filter(({ kind }) => kind === 'issue').length;
  return succeed({
    status: 200,
    body: {
      key: own.key,
      name: project.name,
      isArchived: project.isArchived,
      settings: listProjectSettings(project, settings, false),
      linked: { issues, articles: linked.length - issues },
    },
  });
}
