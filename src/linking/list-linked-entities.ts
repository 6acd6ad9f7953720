import { decodeLinks } from '../links/decode-links.ts';
import { compareKeys, type LiveLink, liveStamp } from '../links/link-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { EntitiesLinkedAnswer } from '../protocol/answers.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { toLinkView } from './to-link-view.ts';

/** Every object linked to one Tracker issue that the caller may see. Objects whose value cannot be read are left out. */
export function listLinkedEntities(
  host: Pick<Host, 'listFlagged' | 'settings'>,
  { issueKey }: { readonly issueKey: string },
): Result<Reply<EntitiesLinkedAnswer>, Refusal> {
  const links = [];
  for (const entity of host.listFlagged('hasTrackerLinks', true)) {
    const link = findLink(entity, issueKey);
    if (link === undefined || !entity.isVisible()) continue;
    links.push({ key: entity.key, ...toLinkView(link, host.settings.trackerSite) });
  }
  links.sort((one, other) => compareKeys(one.key, other.key));
  return succeed({ status: 200, body: { issueKey, links } });
}

function findLink(entity: Entity, issueKey: string): LiveLink | undefined {
  const text = entity.store.readText('trackerLinks');
  // Parsing is the dear part; most linked objects are linked to something else.
  if (!text.ok || !text.value?.includes(`"${issueKey} `)) return undefined;
  const stored = decodeLinks(text.value);
  const added = stored.ok ? liveStamp(stored.value.get(issueKey)) : undefined;
  return added && { issueKey, added };
}
