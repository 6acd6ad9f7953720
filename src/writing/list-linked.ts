import { decodeLinks } from '../links/link-codec.ts';
import { type LinkSet, liveStamp, type Stamp } from '../links/link-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';

/** An object with a link to the Tracker issue that was asked for. */
export interface LinkedEntity {
  readonly entity: Entity;
  readonly links: LinkSet;
  readonly added: Stamp;
}

/** Every object linked to one Tracker issue, whoever may see it. Objects whose value cannot be read are left out. */
export function listLinkedTo(host: Pick<Host, 'visitFlagged'>, issueKey: string): readonly LinkedEntity[] {
  const linked: LinkedEntity[] = [];
  host.visitFlagged('hasTrackerLinks', true, (entity) => {
    linked.push(...findLink(entity, issueKey));
  });
  return linked;
}

/** Whether anything is linked to an issue of another queue: this one may be that one under another key. */
export function isOtherQueueLinked(host: Pick<Host, 'visitFlagged'>, issueKey: string): boolean {
  const queue = toQueueKey(issueKey);
  let isLinked = false;
  host.visitFlagged('hasTrackerLinks', true, ({ store }) => {
    const text = isLinked ? undefined : store.readText('trackerLinks');
    const queues = text?.ok ? (text.value ?? '').matchAll(storedQueue) : [];
    isLinked ||= [...queues].some(([, other]) => other !== queue);
  });
  return isLinked;
}

/** As a stored entry begins: not parsed, because only few of them are needed. */
const storedQueue = /"([A-Z][A-Z0-9]*)-[1-9][0-9]* /g;

/**
 * Every object whose links were ever written, also those that have none left: a write always sets the flag one way or the
 * other, and what is stored decides. Whoever may see them.
 */
export function listEverLinked(host: Pick<Host, 'listFlagged'>): readonly Entity[] {
  return [...host.listFlagged('hasTrackerLinks', true), ...host.listFlagged('hasTrackerLinks', false)];
}

/** Goes through the same objects; what is told of few of them needs no list of all. */
export function visitEverLinked(host: Pick<Host, 'visitFlagged'>, visit: (entity: Entity) => void): void {
  host.visitFlagged('hasTrackerLinks', true, visit);
  host.visitFlagged('hasTrackerLinks', false, visit);
}

function findLink(entity: Entity, issueKey: string): readonly LinkedEntity[] {
  const text = entity.store.readText('trackerLinks');
  // Parsing is the dear part; most linked objects are linked to something else.
  if (!text.ok || !text.value?.includes(`"${issueKey} `)) return [];
  const links = decodeLinks(text.value);
  const added = links.ok ? liveStamp(links.value.get(issueKey)) : undefined;
  return links.ok && added !== undefined ? [{ entity, links: links.value, added }] : [];
}
