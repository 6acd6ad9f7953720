/** A mutant that survives, with the reason. */
export interface ListedSurvivor {
  readonly file: string;
  readonly reason: string;
  /** As `nameMutant` names it. */
  readonly mutant: string;
}

/** A mutant of a room's file. */
export interface Mutant {
  readonly file: string;
  /** The function, or the value at the top of the file, that it stands in. */
  readonly within: string;
  readonly original: string;
  readonly mutated: string;
}

export interface MatchedReasons {
  readonly survivors: readonly (Mutant & { readonly mutant: string; readonly reason: string | undefined })[];
  /** What is listed and does not survive. */
  readonly stale: readonly ListedSurvivor[];
}

/** The rooms that have a list of survivors. */
export function listedRooms(): readonly string[];

/** What `survivors/<room>.md` lists; nothing where there is no such file. */
export function readReasons(room: string): readonly ListedSurvivor[];

export function parseReasons(text: string): readonly ListedSurvivor[];

/** The words a mutant is known by, whatever line it stands in. */
export function nameMutant(mutant: Pick<Mutant, 'within' | 'original' | 'mutated'>): string;

/** Sets what survives beside what is listed. */
export function matchReasons(survivors: readonly Mutant[], listed: readonly ListedSurvivor[]): MatchedReasons;
