import { toLinkView } from '../linking/to-link-view.ts';
import type { OwnHost } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type LinkedInProject, listLinkedInProject } from './list-linked-in-project.ts';
import { namePeople } from './name-people.ts';
import type { ProjectLinkedQuery } from './parse-project-linked.ts';
import type { LinkedEntityView, ProjectLinkedAnswer } from './project-linked-answer.ts';

/**
 * One page of the linked issues and articles of the project in the address (`listLinkedInProject` of docs/openapi.yaml). What the
 * caller may not see is left out. Refused as `not_found`.
 */
export function listProjectLinks(
  host: OwnHost,
  { text, kind, skip, top }: ProjectLinkedQuery,
): Result<Reply<ProjectLinkedAnswer>, Refusal> {
  const { own, settings } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const wanted = text?.toLowerCase();
  const found = listLinkedInProject(host, own.key).filter(
    (linked) => (kind === undefined || linked.kind === kind) && contains(linked, wanted),
  );
  const page = found.slice(skip, skip + top);
  const logins = page.flatMap(({ live }) => live.map(({ added }) => added.by));
  return succeed({
    status: 200,
    body: {
      total: found.length,
      entities: page.map((linked) => toLinkedEntityView(linked, settings.trackerSite)),
      people: namePeople(host, logins),
    },
  });
}

function contains({ entity, live }: LinkedInProject, wanted: string | undefined): boolean {
  if (wanted === undefined || entity.key.toLowerCase().includes(wanted)) return true;
  return (
    live.some(({ issueKey }) => issueKey.toLowerCase().includes(wanted)) ||
    (entity.describe().summary ?? '').toLowerCase().includes(wanted)
  );
}

function toLinkedEntityView(
  { kind, entity, live, problem }: LinkedInProject,
  trackerSite: string,
): LinkedEntityView {
  const { summary, isResolved } = entity.describe();
  return {
    kind,
    key: entity.key,
    summary: summary ?? entity.key,
    url: entity.readUrl(),
    ...(isResolved !== undefined && { isResolved }),
    links: live.map((link) => toLinkView(link, trackerSite)),
    ...(problem && { unreadable: true }),
  };
}
