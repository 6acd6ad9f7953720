import { compareKeys } from '../links/link-set.ts';
import type { Host } from '../ports/youtrack.ts';
import type { EntitiesLinkedAnswer } from '../protocol/answers.ts';
import type { LinkedRequest } from '../protocol/parse-link-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { listLinkedTo } from '../writing/list-linked.ts';
import { openLinkViews } from './to-link-view.ts';

/**
 * Every object linked to one Tracker issue that the caller may see (`listEntitiesLinked` of docs/openapi.yaml). Objects whose
 * value cannot be read are left out; nothing is refused.
 */
export function listLinkedEntities(
  host: Pick<Host, 'visitFlagged' | 'settings'>,
  { issueKey, kind }: LinkedRequest,
): Result<Reply<EntitiesLinkedAnswer>, Refusal> {
  const links = listLinkedTo(host, issueKey)
    .filter(({ entity }) => (kind === undefined || entity.kind === kind) && entity.isVisible())
    .map(({ entity, added }) => ({
      key: entity.key,
      ...openLinkViews(entity, host.settings).toView({ issueKey, added }),
    }));
  links.sort((one, other) => compareKeys(one.key, other.key));
  return succeed({ status: 200, body: { issueKey, links } });
}
