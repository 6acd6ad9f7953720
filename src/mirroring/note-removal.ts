import { liveLinks } from '../links/link-set.ts';
import { nameOwed, type OwedEntry, type OwedSet } from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { findApplication } from '../writing/owe-tracker.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, readShownOwed, writeOwed } from '../writing/read-owed.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';

/** Time for the removal to be committed. */
const delayMs = 1_000;

/**
 * Has the remote links of an issue or article that is being removed taken away. What is stored on it goes with it, so it is
 * handed over to its project, and to the chain that tells.
 */
export function noteRemoval(
  host: Pick<Host, 'clock' | 'findEntity' | 'schedule' | 'settings'>,
  entity: Entity,
): void {
  const project = entity.project && host.findEntity({ kind: 'project', key: entity.project.key });
  const links = readLinks(entity);
  if (findApplication(host.settings, entity.kind) === undefined || project === undefined || !links.ok) return;
  const owed = readShownOwed(entity);
  const issueKeys = new Set([
    ...liveLinks(links.value).map(({ issueKey }) => issueKey),
    ...[...owed.values()].map(({ issueKey }) => issueKey),
  ]);
  const handedOver = [...issueKeys].flatMap((issueKey) => handOver(host, entity, { issueKey, owed }));
  if (handedOver.length === 0) return;
  const entries = new Map(handedOver.map((entry) => [nameOwed(entry), entry]));
  const known = readOwed(project);
  if (known.ok) writeOwed(project, new Map([...known.value, ...entries]));
  scheduleTelling(
    host,
    { ...freshTelling, of: [{ kind: 'project', key: project.key }], owed: entries },
    delayMs,
  );
}

/** One entry for each key under which Tracker may have the object. */
function handOver(
  { clock }: Pick<Host, 'clock'>,
  { kind, key }: Entity,
  { issueKey, owed }: { readonly issueKey: string; readonly owed: OwedSet },
): readonly OwedEntry[] {
  const now = clock.now();
  const keys = new Set([key, ...(owed.get(nameOwed({ issueKey }))?.echoes ?? [])]);
  return [...keys].map((one) => ({
    issueKey,
    wish: 'gone',
    since: now,
    attempts: 1,
    nextAt: now,
    removed: { kind, key: one },
  }));
}
