import type { FromTracker, QueueList, TrackerQueue } from '../ports/tracker.ts';
import { fail, succeed } from '../result.ts';
import { askTracker, type TrackerLine } from './ask-tracker.ts';
import { parseQueue } from './parse-directory.ts';
import { readEntries } from './read-values.ts';
import { findHeader } from './retry-after.ts';
import { trackerLimits } from './tracker-limits.ts';

/** All queues the account may see, page after page ("Get a list of queues": `page`, `perPage`, `X-Total-Pages`). */
export function listQueues(line: TrackerLine): FromTracker<QueueList> {
  const { queuePages, queuesPerPage } = trackerLimits;
  const queues = new Map<string, TrackerQueue>();
  for (let page = 1; page <= queuePages; page += 1) {
    const query = { page: String(page), perPage: String(queuesPerPage) };
    const told = askTracker(line, { method: 'GET', path: '/v3/queues', query });
    if (!told.ok) return told;
    const found = readEntries(told.value.json, parseQueue);
    if (found === undefined) return fail({ kind: 'unreadable' });
    for (const queue of found) queues.set(queue.key, queue);
    const pages = Number(findHeader(told.value.headers, 'x-total-pages') ?? 1);
    if (!(page < pages)) return succeed({ queues: [...queues.values()], isCut: false });
  }
  return succeed({ queues: [...queues.values()], isCut: true });
}
