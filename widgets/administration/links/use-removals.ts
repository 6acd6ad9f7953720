import { useState } from 'preact/hooks';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import type { Failure, Outcome } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';

/** How far the removal of a link is, or its undoing; a failure says what did not work. */
export interface Removal {
  readonly step: 'removing' | 'removed' | 'undoing' | 'there';
  readonly failure?: Failure;
}

/** Links removed from the list; they stay in their place, so that they can be brought back. */
export interface Removals {
  find(row: AllLinksRow): Removal | undefined;
  remove(row: AllLinksRow): void;
  undo(row: AllLinksRow): void;
}

export function useRemovals(api: AdminApi): Removals {
  const [removals, setRemovals] = useState<ReadonlyMap<string, Removal>>(new Map());
  const note = (row: AllLinksRow, removal: Removal) =>
    setRemovals((known) => new Map(known).set(toName(row), removal));
  async function go(
    row: AllLinksRow,
    [under, after, before]: readonly [Removal['step'], Removal['step'], Removal['step']],
    asking: Promise<Outcome<unknown>>,
  ): Promise<void> {
    note(row, { step: under });
    const outcome = await asking;
    note(row, outcome.ok ? { step: after } : { step: before, failure: outcome.failure });
  }
  return {
    find: (row) => removals.get(toName(row)),
    remove: (row) => void go(row, ['removing', 'removed', 'there'], api.removeLink(row, row.issueKey)),
    undo: (row) => void go(row, ['undoing', 'there', 'removed'], api.addLink(row, row.issueKey)),
  };
}

function toName({ kind, key, issueKey }: AllLinksRow): string {
  return `${kind} ${key} ${issueKey}`;
}
