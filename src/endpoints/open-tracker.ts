import type { Tracker } from '../ports/tracker.ts';
import type { TrackerLine } from '../tracker/ask-tracker.ts';
import { createRequestBudget } from '../tracker/create-request-budget.ts';
import { createTracker } from '../tracker/create-tracker.ts';
import { nodeMemory, openTransport } from '../youtrack/outbound.ts';
import { readTrackerConnection } from '../youtrack/tracker-connection.ts';

/** Tracker as the settings connect to it, for one execution; undefined while they do not. */
export function openTracker(
  settings: Readonly<Record<string, unknown>>,
  { language, waiting }: Pick<TrackerLine, 'language' | 'waiting'>,
): Tracker | undefined {
  const connection = readTrackerConnection(settings);
  if (connection === undefined) return undefined;
  const now = () => Date.now();
  const budget = createRequestBudget(nodeMemory, now);
  return createTracker({ transport: openTransport(connection), budget, now, language, waiting });
}
