import { readFileSync } from 'node:fs';
import defaultWorld from './default-world.json';
import { StartError } from './start-error.ts';

/** The JSON of a world file, unchecked; without a file a small world with a bit of everything. @throws StartError */
export function readWorld(file: string | undefined): unknown {
  if (file === undefined) return defaultWorld;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(
      `The world ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}
