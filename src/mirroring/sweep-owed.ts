import type { NodeMemory } from '../ports/tracker.ts';
import type { Host } from '../ports/youtrack.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';

/** The rule runs once for each issue that its search finds; one run is enough. */
const pauseMs = 60_000;

/** Has everything owed told, unless another run of the same hour has done so just now. Two at once do no harm. */
export function sweepOwed(host: Pick<Host, 'clock' | 'schedule'>, memory: NodeMemory): void {
  const last = memory.recall('sweep', () => ({ startedAt: 0 }));
  const now = host.clock.now();
  if (Math.abs(now - last.startedAt) < pauseMs) return;
  last.startedAt = now;
  scheduleTelling(host, freshTelling, 0);
}
