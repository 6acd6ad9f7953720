import { writeFileSync } from 'node:fs';
import { readWorld } from '../server/read-world.ts';
import { StartError } from '../server/start-error.ts';

/**
 * Writes the world that a sandbox without `--world` starts with into a new file, to be changed at will.
 * @returns what to tell people
 * @throws StartError when there is such a file already, or it cannot be written
 */
export function writeFirstWorld([file = 'world.json', ...others]: readonly string[]): string {
  if (others.length > 0) throw new StartError(`init writes one file, but is given ${others.length + 1}`);
  try {
    writeFileSync(file, `${JSON.stringify(readWorld(undefined), null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    throw new StartError(
      `The world ${file} cannot be written: ${error instanceof Error ? error.message : error}`,
    );
  }
  return `${file} is written. Change it, and start with: youtrack-sandbox --world ${file}`;
}
