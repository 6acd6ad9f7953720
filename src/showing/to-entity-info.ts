import type { Entity, EntityFacts, FieldNames, Settings, TrackerIdentity } from '../ports/youtrack.ts';
import type { Assignee, EntityInfo, NamedValue } from '../protocol/answers.ts';
import { isSecureAddress } from '../protocol/secure-address.ts';
import { formatTrackerDate } from '../protocol/tracker-date.ts';
import { disclosureIn } from './disclosure.ts';
import { chooseField } from './project-fields.ts';

/**
 * An object in exactly the fields of Tracker's protocol, as far as the company and its project tell; members without a value
 * are left out.
 */
export function toEntityInfo(entity: Entity, settings: Settings): EntityInfo {
  const { key } = entity;
  const disclosure = disclosureIn(entity.project, settings);
  if (disclosure === 'key') return { key, summary: key };
  const facts = entity.describe(chooseFields(entity, settings));
  const summary = disclosure === 'full' ? (facts.summary ?? key) : key;
  return { key, summary, ...toStatus(facts), ...toDates(facts), ...toIcon(facts, settings) };
}

/** Of issues alone: nothing else has custom fields. */
function chooseFields({ kind, project }: Entity, settings: Settings): FieldNames | undefined {
  if (kind !== 'issue' || project === undefined) return undefined;
  return {
    status: chooseField(project, settings, 'status').field?.name,
    deadline: chooseField(project, settings, 'deadline').field?.name,
    assignee: chooseField(project, settings, 'assignee').field?.name,
  };
}

// To Tracker a resolution is the only sign of a resolved issue, so there is one also where the status says nothing.
const bareResolution: NamedValue = { name: 'Resolved' };

function toStatus({ status, isResolved, assignee }: EntityFacts): Partial<EntityInfo> {
  return {
    ...(status && { status }),
    ...(isResolved && { resolution: status ?? bareResolution }),
    ...(assignee && { assignee: toAssignee(assignee) }),
  };
}

function toDates({ updatedAt, deadlineAt }: EntityFacts): Partial<EntityInfo> {
  const updated = updatedAt === undefined ? undefined : formatTrackerDate(updatedAt);
  const deadline = deadlineAt === undefined ? undefined : formatTrackerDate(deadlineAt);
  return { ...(updated && { updated }), ...(deadline && { deadline }) };
}

/** Icons tell the resolved from the unresolved; what cannot be resolved has none. Tracker's pages load `https` alone. */
function toIcon({ isResolved }: EntityFacts, settings: Settings): Partial<EntityInfo> {
  if (isResolved === undefined) return {};
  const iconUrl = isResolved ? settings.resolvedIconUrl : settings.unresolvedIconUrl;
  return iconUrl !== undefined && isSecureAddress(iconUrl) ? { iconUrl } : {};
}

/** What is kept as digits is a number on Tracker's wire; only uids that a number carries whole are ever kept. */
function toAssignee({ trackerUid, passportUid, login }: TrackerIdentity): Assignee {
  return {
    ...(trackerUid && { trackerUid: Number(trackerUid) }),
    ...(passportUid && { passportUid: Number(passportUid) }),
    ...(login && { login }),
  };
}
