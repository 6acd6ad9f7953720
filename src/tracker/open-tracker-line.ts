import type { NodeMemory, Tracker } from '../ports/tracker.ts';
import type { TrackerLine } from './ask-tracker.ts';
import { createRequestBudget } from './create-request-budget.ts';
import { createTracker } from './create-tracker.ts';

/** Tracker over a transport, within the budget that this node remembers. */
export function openTrackerLine(line: Omit<TrackerLine, 'budget'>, memory: NodeMemory): Tracker {
  return createTracker({ ...line, budget: createRequestBudget(memory, line.now) });
}
