import type { DetailsAudience, Mirroring } from '../ports/youtrack.ts';
import { findText } from './host-values.ts';
import { readTrackerConnection } from './tracker-connection.ts';

/** Which application stands for which kind of objects, and who is shown Tracker's details. */
export function readMirroring(raw: Readonly<Record<string, unknown>>): Mirroring {
  const applications = {
    issue: readText(raw.issueApplication),
    article: readText(raw.articleApplication),
    project: readText(raw.projectApplication),
    user: readText(raw.userApplication),
  };
  return {
    isConnected: readTrackerConnection(raw) !== undefined,
    applications: Object.fromEntries(Object.entries(applications).filter(([, id]) => id !== undefined)),
    detailsFor: readAudience(raw.trackerDetails),
  };
}

/** What is not understood shows nothing to anybody. */
function readAudience(value: unknown): DetailsAudience {
  const text = readText(value);
  return text === 'linkers' || text === 'readers' ? text : 'nobody';
}

function readText(value: unknown): string | undefined {
  return findText(value)?.trim();
}
