import type { Queue } from '../issue-book.ts';
import type { JsonView } from './to-issue-json.ts';

/** A queue, without its people, types and workflows (Tracker's pages "Get a list of queues", "Get queue parameters"). */
export function toQueueJson({ store, origin }: JsonView, { key, name }: Queue): Record<string, unknown> {
  return {
    self: `${origin}/v3/queues/${key}`,
    id: store.queues().findIndex((known) => known.key === key) + 1,
    key,
    version: 1,
    name,
    assignAuto: false,
    denyVoting: false,
  };
}
