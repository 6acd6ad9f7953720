import { createHash } from 'node:crypto';
import type { Application } from '../config/application-schema.ts';
import type { IssueLink } from '../tracker.ts';
import type { RemoteLink } from '../tracker-store.ts';
import { formatTrackerTime } from '../tracker-time.ts';
import { type JsonView, toUserJson } from './to-issue-json.ts';

/** A remote link as the API answers it; it carries no summary and no status (facts/tracker.md §2). */
export function toLinkJson(view: JsonView, { issue, link }: IssueLink): Record<string, unknown> {
  const linked = view.language === 'en' ? 'Linked' : 'Связана';
  const type = { id: 'relates', inward: linked, outward: linked };
  if (view.store.modes().linkObjects === 'sparse')
    return { id: String(link.id), type, direction: 'outward', object: toSparseObject(link) };
  const user = toUserJson(view, link.createdBy);
  const time = formatTrackerTime(link.createdAt);
  return {
    self: `${view.origin}/v3/issues/${issue.key}/remotelinks/${link.id}`,
    id: link.id,
    type: { self: `${view.origin}/v3/linktypes/relates`, ...type },
    direction: 'outward',
    object: toObject(view, link),
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

/**
 * `documented` is the example of Tracker's page "Get external links": the application's id is a number and its type "app",
 * the object's id is not its key, and only the addresses name the origin.
 */
function toObject({ origin, store }: JsonView, { application: id, key }: RemoteLink) {
  const application = toApplicationJson(origin, { name: id, ...store.findApplication(id), id });
  const isDocumented = store.modes().linkObjects === 'documented';
  const objectId = isDocumented ? digest(key) : key;
  return {
    self: `${application.self}/objects/${encodeURIComponent(objectId)}`,
    id: objectId,
    key,
    application: isDocumented ? { id: numberOf(id), type: 'app', name: application.name } : application,
  };
}

/** The least that still says whose object it is. */
function toSparseObject({ application, key }: RemoteLink) {
  return { key, application: { type: application } };
}

/** 24 hexadecimal digits, the same for the same text. */
function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 24);
}

function numberOf(text: string): number {
  return 2_581_100_000_000 + Number.parseInt(digest(text).slice(0, 8), 16);
}
