import type { TrackerIdentity } from '../protocol/answers.ts';

/** Who a person is in Tracker, as kept on their YouTrack account; undefined when nothing is known. */
export function readTrackerIdentity(user: unknown): TrackerIdentity | undefined {
  const { trackerUid, passportUid, login } = extensionPropertiesOf(user);
  const identity: TrackerIdentity = {
    ...(isUid(trackerUid) && { trackerUid }),
    ...(isUid(passportUid) && { passportUid }),
    ...(typeof login === 'string' && login !== '' && { login }),
  };
  return Object.keys(identity).length > 0 ? identity : undefined;
}

/** Whatever an assignee field holds: only a user has such properties, and only those the app declares are there. */
function extensionPropertiesOf(user: unknown): Readonly<Record<string, unknown>> {
  if (typeof user !== 'object' || user === null || !('login' in user)) return {};
  const { extensionProperties } = user as { extensionProperties?: Record<string, unknown> | null };
  return extensionProperties ?? {};
}

/** Larger numbers than these have lost their last digits on the way and would name somebody else. */
function isUid(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
