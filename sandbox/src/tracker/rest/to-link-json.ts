import type { Application } from '../config/application-schema.ts';
import type { IssueLink } from '../tracker.ts';
import { formatTrackerTime } from '../tracker-time.ts';
import { type JsonView, toUserJson } from './to-issue-json.ts';

/** A remote link as the API answers it; it carries no summary and no status (facts/tracker.md §2). */
export function toLinkJson(view: JsonView, { issue, link }: IssueLink): Record<string, unknown> {
  const { origin, store, language } = view;
  const linked = language === 'en' ? 'Linked' : 'Связана';
  const application = toApplicationJson(origin, {
    id: link.application,
    name: link.application,
    ...store.findApplication(link.application),
  });
  const user = toUserJson(view, link.createdBy);
  const time = formatTrackerTime(link.createdAt);
  return {
    self: `${origin}/v3/issues/${issue.key}/remotelinks/${link.id}`,
    id: link.id,
    type: { self: `${origin}/v3/linktypes/relates`, id: 'relates', inward: linked, outward: linked },
    direction: 'outward',
    object: {
      self: `${application.self}/objects/${encodeURIComponent(link.key)}`,
      id: link.key,
      key: link.key,
      application,
    },
    createdBy: user,
    updatedBy: user,
    createdAt: time,
    updatedAt: time,
  };
}

/** `{self,id,type,name}`; the type is the id again (Tracker's page "Get applications"). */
export function toApplicationJson(origin: string, { id, name }: Pick<Application, 'id' | 'name'>) {
  return { self: `${origin}/v3/applications/${encodeURIComponent(id)}`, id, type: id, name };
}
