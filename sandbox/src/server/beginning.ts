import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartError } from './start-error.ts';

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
 * @throws StartError when it is something else
 */
export function readBeginning(stateFile: string | undefined): Beginning | undefined {
  if (stateFile === undefined) return undefined;
  const file = beginningOf(stateFile);
  if (!existsSync(stateFile)) rmSync(file, { force: true });
  if (!existsSync(file)) return undefined;
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new StartError(`${file}: it was not written by this version of the sandbox`);
}

/** Only `writeBeginning` writes what it reads: the parts are not looked into again. */
const schema = z.object({ world: z.array(z.unknown()).min(1), tracker: z.unknown() });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no beginning either, which is said by the caller.
    return undefined;
  }
}

export function writeBeginning(stateFile: string, beginning: Beginning): void {
  writeFileSync(beginningOf(stateFile), JSON.stringify(beginning), { mode: 0o600 });
}

function beginningOf(stateFile: string): string {
  return `${stateFile}.beginning`;
}
