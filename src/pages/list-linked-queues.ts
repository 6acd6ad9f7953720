import type { OwnHost } from '../ports/youtrack.ts';
import { unknownObject } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { toQueueKey } from '../protocol/tracker-issue-key.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { QueuesAnswer } from './queues-answer.ts';
import { readLiveLinks } from './read-live-links.ts';

/** A short look: so many linked objects are read, those of the object's own project first. */
const objectsRead = 500;
const queuesNamed = 200;

/** Queues that people link here, for the box in which links are added. The caller's rights decide what is looked at. */
export function listLinkedQueues(host: OwnHost): Result<Reply<QueuesAnswer>, Refusal> {
  const { own } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const linked = host.listFlagged('hasTrackerLinks', true);
  const isNear = linked.map(({ project }) => project !== undefined && project.key === own.project?.key);
  const inOrder = [
    ...linked.filter((_, index) => isNear[index]),
    ...linked.filter((_, index) => !isNear[index]),
  ].slice(0, objectsRead);
  const queues = new Set<string>();
  for (const entity of inOrder) {
    if (queues.size >= queuesNamed) break;
    if (!entity.isVisible()) continue;
    for (const { issueKey } of readLiveLinks(entity).live) queues.add(toQueueKey(issueKey));
  }
  return succeed({ status: 200, body: { queues: [...queues].slice(0, queuesNamed) } });
}
