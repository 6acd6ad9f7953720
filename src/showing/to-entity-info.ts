import type { Disclosure, Entity, EntityFacts, Settings, TrackerIdentity } from '../ports/youtrack.ts';
import type { Assignee, EntityInfo } from '../protocol/answers.ts';
import { formatTrackerDate } from '../protocol/tracker-date.ts';

/** An object in exactly the fields of Tracker's protocol; members without a value are left out. */
export function toEntityInfo(entity: Entity, settings: Settings, disclosure: Disclosure): EntityInfo {
  const { key } = entity;
  if (disclosure === 'key') return { key, summary: key };
  const facts = entity.describe(settings.fields);
  const summary = disclosure === 'full' ? (facts.summary ?? key) : key;
  return { key, summary, ...toStatus(facts), ...toDates(facts), ...toIcon(facts, settings) };
}

function toStatus({ status, isResolved, assignee }: EntityFacts): Partial<EntityInfo> {
  return {
    ...(status && { status }),
    ...(status && isResolved && { resolution: status }),
    ...(assignee && { assignee: toAssignee(assignee) }),
  };
}

function toDates({ updatedAt, deadlineAt }: EntityFacts): Partial<EntityInfo> {
  const updated = updatedAt === undefined ? undefined : formatTrackerDate(updatedAt);
  const deadline = deadlineAt === undefined ? undefined : formatTrackerDate(deadlineAt);
  return { ...(updated && { updated }), ...(deadline && { deadline }) };
}

/** Icons tell the resolved from the unresolved; what cannot be resolved has none. */
function toIcon({ isResolved }: EntityFacts, settings: Settings): Partial<EntityInfo> {
  if (isResolved === undefined) return {};
  const iconUrl = isResolved ? settings.resolvedIconUrl : settings.unresolvedIconUrl;
  return iconUrl === undefined ? {} : { iconUrl };
}

/** What is kept as digits is a number on Tracker's wire; only uids that a number carries whole are ever kept. */
function toAssignee({ trackerUid, passportUid, login }: TrackerIdentity): Assignee {
  return {
    ...(trackerUid && { trackerUid: Number(trackerUid) }),
    ...(passportUid && { passportUid: Number(passportUid) }),
    ...(login && { login }),
  };
}
