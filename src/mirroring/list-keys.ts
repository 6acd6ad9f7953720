import type { Tracker } from '../ports/tracker.ts';
import type { ListKeys } from '../writing/replacement.ts';

/**
 * Asks Tracker for the other keys of an issue. One that is not there has none.
 * @param tracker undefined where the settings do not connect to it: then nothing is known
 */
export function createListKeys(tracker: Tracker | undefined): ListKeys {
  return (issueKey) => {
    const read = tracker?.readIssue(issueKey);
    if (read?.ok) return [read.value.key, ...read.value.aliases].filter((key) => key !== issueKey);
    return read?.problem.kind === 'absent' ? [] : undefined;
  };
}
