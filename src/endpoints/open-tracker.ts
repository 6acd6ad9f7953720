import type { Tracker } from '../ports/tracker.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { nodeMemory, openTransport } from '../youtrack/outbound.ts';
import { readTrackerConnection } from '../youtrack/tracker-connection.ts';

declare function require(path: string): typeof import('../tracker/open-tracker-line.ts');

/** Tracker as the settings connect to it, for one execution; undefined while they do not. Its client is loaded only here. */
export function openTracker(
  settings: Readonly<Record<string, unknown>>,
  whom: { readonly language: TrackerLanguage; readonly waiting: 'person' | 'background' },
): Tracker | undefined {
  const connection = readTrackerConnection(settings);
  if (connection === undefined) return undefined;
  const line = { transport: openTransport(connection), now: () => Date.now(), ...whom };
  return require('../tracker/open-tracker-line.ts').openTrackerLine(line, nodeMemory);
}
