import { compareText } from '../links/link-set.ts';
import type { FromTracker, RemoteLink } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { parseEntityKey } from '../protocol/parse-entity-key.ts';
import { fail, succeed } from '../result.ts';
import type { Conversation } from './conversation.ts';

/** A link as it should be in Tracker. */
export interface WantedLink {
  readonly issueKey: string;
  readonly wish: 'live' | 'gone';
  /** Tracker's id of the application that stands for the object's kind. */
  readonly origin: string;
  /** Whose removal we have announced, see `Mirrored`. */
  readonly announced: readonly string[];
  readonly object: MirroredObject;
  /** Other issues to which the object is linked: one of them may be this one under another key. */
  readonly elsewhere: readonly string[];
}

/** What had to be done for a link. */
export interface Mirrored {
  readonly hasChanged: boolean;
  /** Keys under which remote links were taken away. */
  readonly deleted: readonly string[];
  /**
   * Keys under which there are more to be taken away although the link stays. Tracker reports removals to us like anybody's, so it
   * must be written down, and committed, that these are our own before they are made.
   */
  readonly unannounced: readonly string[];
}

/** The YouTrack object at the other end. */
export interface MirroredObject {
  /** Its current key. */
  readonly key: string;
  /** Whether a key of a remote link, current or former, means it. */
  isMeantBy(objectKey: string): boolean;
}

/** An object that is there. */
export function toMirroredObject(host: Pick<Host, 'findEntity'>, { kind, key }: KeyReading): MirroredObject {
  return {
    key,
    isMeantBy(objectKey) {
      if (isSameKey(objectKey, key)) return true;
      const named = parseEntityKey(objectKey, { kind, serverAddress: () => undefined });
      return named.ok && named.value.readings.some((reading) => host.findEntity(reading)?.key === key);
    },
  };
}

/** One that has been removed: nothing but its last key tells of it. */
export function toRemovedObject({ key }: KeyReading): MirroredObject {
  return { key, isMeantBy: (objectKey) => isSameKey(objectKey, key) };
}

/**
 * Makes Tracker's remote links agree with a link of ours: lists, and creates or deletes the difference. Of equal ones the oldest
 * stays; one under a former key gives way to one under the current key, which is made first. May be run at any time and by
 * anybody, also by two at once.
 */
export function mirrorLink(conversation: Conversation, link: WantedLink): FromTracker<Mirrored> {
  const { issueKey, wish, origin, object, announced } = link;
  const listed = conversation.listLinks(issueKey);
  if (!listed.ok) return isGoneWithIssue(listed, wish) ? succeed(unchanged) : listed;
  const ours = listed.value.filter((one) => isLinkOf(one, origin) && object.isMeantBy(one.objectKey));
  if (wish === 'gone' && ours.length > 0) {
    const stays = staysElsewhere(conversation, link);
    if (!stays.ok) return stays;
    if (stays.value) return succeed(unchanged);
  }
  const kept = wish === 'live' ? findKept(ours, object.key) : undefined;
  const isMissing = wish === 'live' && kept === undefined;
  if (isMissing) {
    const created = conversation.createLink({ issueKey, origin, objectKey: object.key });
    if (!created.ok) return created;
  }
  const surplus = ours.filter((one) => one !== kept);
  const mayDelete = ({ objectKey }: RemoteLink) =>
    wish === 'gone' || announced.some((key) => isSameKey(key, objectKey));
  const deleted = deleteAll(conversation, issueKey, surplus.filter(mayDelete));
  if (!deleted.ok) return deleted;
  const unannounced = surplus.filter((one) => !mayDelete(one)).map(({ objectKey }) => objectKey);
  return succeed({ hasChanged: isMissing || surplus.length > 0, deleted: deleted.value, unannounced });
}

/** Whether the object is linked to the issue under another key of it: Tracker has one link for both. */
function staysElsewhere(
  conversation: Conversation,
  { issueKey, elsewhere }: WantedLink,
): FromTracker<boolean> {
  if (elsewhere.length === 0) return succeed(false);
  const read = conversation.readIssue(issueKey);
  if (!read.ok) return read.problem.kind === 'absent' ? succeed(false) : read;
  const keys = [read.value.key, ...read.value.aliases];
  return succeed(elsewhere.some((key) => keys.includes(key)));
}

const unchanged: Mirrored = { hasChanged: false, deleted: [], unannounced: [] };

/** Whether a link leads to an object of the application with this origin. */
export function isLinkOf({ origins }: RemoteLink, origin: string): boolean {
  return origins.includes(origin);
}

/** An issue that is not there has no links either. */
function isGoneWithIssue(listed: FromTracker<unknown>, wish: WantedLink['wish']): boolean {
  return !listed.ok && listed.problem.kind === 'absent' && wish === 'gone';
}

/** The same one for everybody who looks: of two that collapse doubles at once, none may delete what the other keeps. */
function findKept(links: readonly RemoteLink[], key: string): RemoteLink | undefined {
  const current = links.filter(({ objectKey }) => isSameKey(objectKey, key));
  return current.sort((one, other) => compareIds(one.id, other.id))[0];
}

/** Ids are numbers, which may have more digits than a number of JavaScript carries. */
function compareIds(one = '', other = ''): number {
  return one.length - other.length || compareText(one, other);
}

/**
 * One that is not there any more was taken away by somebody who was faster; whoever says so of one that is still listed is not
 * believed.
 * @returns the keys they had
 */
function deleteAll(
  conversation: Conversation,
  issueKey: string,
  links: readonly RemoteLink[],
): FromTracker<readonly string[]> {
  const absent: string[] = [];
  for (const { id: linkId } of links) {
    if (linkId === undefined) return fail({ kind: 'unreadable' });
    const deleted = conversation.deleteLink({ issueKey, linkId });
    if (!deleted.ok && deleted.problem.kind !== 'absent') return deleted;
    if (!deleted.ok) absent.push(linkId);
  }
  if (absent.length > 0) {
    const left = conversation.listLinks(issueKey);
    if (!left.ok && left.problem.kind !== 'absent') return left;
    const isThere = left.ok && left.value.some(({ id = '' }) => absent.includes(id));
    if (isThere) return fail({ kind: 'conflict' });
  }
  return succeed(links.map(({ objectKey }) => objectKey));
}

/** Tracker may write keys as it was given them, in any letter case. */
function isSameKey(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
