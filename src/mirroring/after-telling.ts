import type { OwedEntry } from '../links/owed-set.ts';
import type { Mirrored } from './mirror-link.ts';

/** What Tracker was told of, and with what outcome. */
export interface ToldLink {
  readonly issueKey: string;
  readonly wish: OwedEntry['wish'];
  readonly since: number;
  /** The object's current key. */
  readonly key: string;
  /** What was owed until now. */
  readonly entry: OwedEntry | undefined;
  /** How often it had been tried before. */
  readonly attempts: number;
}

/** Milliseconds within which an announcement is committed; what was announced is taken away after them. */
export const announcedMs = 1_000;

/**
 * What is left of an entry once Tracker has been told: nothing, or that Tracker may yet report what we have taken away, or that there
 * is more to be taken away now that it has been announced.
 */
export function afterTelling(
  { issueKey, wish, since, key, entry, attempts }: ToldLink,
  { deleted, unannounced }: Mirrored,
  now: number,
): OwedEntry | undefined {
  const told = { issueKey, wish, since, attempts: 0 };
  const known = [...(entry?.echoes ?? []), ...deleted];
  if (unannounced.length > 0)
    return { ...told, attempts: 1, nextAt: now, echoes: unique([...known, ...unannounced]) };
  // An earlier try may have taken away what is gone now.
  const echoes = wish === 'gone' && attempts > 0 ? [...known, key] : known;
  return echoes.length === 0 ? undefined : { ...told, toldAt: now, echoes: unique(echoes) };
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
