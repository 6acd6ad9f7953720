import { liveStamp } from '../links/link-set.ts';
import type { FromTracker } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { findApplication, listOthers } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import type { Conversation } from './conversation.ts';
import {
  type Mirrored,
  mirrorLink,
  toMirroredObject,
  toRemovedObject,
  type WantedLink,
} from './mirror-link.ts';

/** A link that Tracker is told of. */
export interface OwedLink {
  readonly object: KeyReading;
  readonly issueKey: string;
  /** Keys under which it is known that we take remote links away. */
  readonly announced: readonly string[];
}

/**
 * Tells Tracker of one link, as it should be now.
 * @returns undefined where nothing is mirrored, or the links cannot be read
 */
export function tellOwed(
  host: Pick<Host, 'findEntity' | 'settings'>,
  conversation: Conversation,
  { issueKey, object, announced }: OwedLink,
): FromTracker<Mirrored> | undefined {
  const origin = findApplication(host.settings, object.kind);
  const wanted = findWanted(host, object, issueKey);
  if (origin === undefined || wanted === undefined) return undefined;
  return mirrorLink(conversation, { issueKey, origin, announced, ...wanted });
}

/** An object that is gone has no links. */
function findWanted(
  host: Pick<Host, 'findEntity'>,
  object: KeyReading,
  issueKey: string,
): Pick<WantedLink, 'wish' | 'object' | 'elsewhere'> | undefined {
  const entity = host.findEntity(object);
  if (entity === undefined) return { wish: 'gone', object: toRemovedObject(object), elsewhere: [] };
  const links = readLinks(entity);
  if (!links.ok) return undefined;
  return {
    wish: liveStamp(links.value.get(issueKey)) === undefined ? 'gone' : 'live',
    object: toMirroredObject(host, entity),
    elsewhere: listOthers(links.value, issueKey),
  };
}
