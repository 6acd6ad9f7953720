import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** What a sandbox begins anew with that was furnished after its start. */
export interface Beginning {
  /** As `World.snapshot` gives it; the packages of the apps are in it. */
  readonly world: readonly unknown[];
  /** The `tracker` section of a world file. */
  readonly tracker: unknown;
}

/**
 * The beginning kept beside a state file. One without its state file is of a world that was given up: it goes.
 * @returns undefined when none was kept
 */
export function readBeginning(stateFile: string | undefined): Beginning | undefined {
  if (stateFile === undefined) return undefined;
  const file = beginningOf(stateFile);
  if (!existsSync(stateFile)) rmSync(file, { force: true });
  // Only `writeBeginning` writes it: what is inside is not looked into again.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Beginning) : undefined;
}

export function writeBeginning(stateFile: string, beginning: Beginning): void {
  writeFileSync(beginningOf(stateFile), JSON.stringify(beginning), { mode: 0o600 });
}

function beginningOf(stateFile: string): string {
  return `${stateFile}.beginning`;
}
