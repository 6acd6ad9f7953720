import type { OwnHost } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { listNearLinked } from './list-near-linked.ts';
import type { QueuesAnswer } from './queues-answer.ts';
import { readLiveLinks } from './read-live-links.ts';

const queuesNamed = 200;

/**
 * Queues that people link here, for the box in which links are added (`listIssueQueues` and its kind of docs/openapi.yaml). The
 * caller's rights decide what is looked at. Refused as `not_found`.
 */
export function listLinkedQueues(host: OwnHost): Result<Reply<QueuesAnswer>, Refusal> {
  if (!host.own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const queues = new Set<string>();
  for (const entity of listNearLinked(host)) {
    if (queues.size >= queuesNamed) break;
    if (!entity.isVisible()) continue;
    for (const { issueKey } of readLiveLinks(entity).live) queues.add(toQueueKey(issueKey));
  }
  return succeed({ status: 200, body: { queues: [...queues].slice(0, queuesNamed) } });
}
