import type { DetailsHost } from '../mirroring/issue-memory.ts';
import type { OwnHost } from '../ports/youtrack.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { nodeMemory } from '../youtrack/outbound.ts';
import { openTracker } from './open-tracker.ts';

/** Puts Tracker at hand for a person who waits, and what this node remembers of it. */
export function openDetailsHost(host: OwnHost, settings: Readonly<Record<string, unknown>>): DetailsHost {
  return Object.assign(host, {
    memory: nodeMemory,
    openTracker: (language: TrackerLanguage) => openTracker(settings, { language, waiting: 'person' }),
  });
}
