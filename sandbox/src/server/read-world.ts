import { readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** What is there on any server before anything else: the guest, and an administrator. */
const freshWorld = { users: [{ login: 'admin' }], permissions: [{ user: 'admin', keys: ['*'] }] };

/** The JSON of a world file, unchecked; without a file what any server begins with. @throws StartError */
export function readWorld(file: string | undefined): unknown {
  if (file === undefined) return freshWorld;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(
      `The world ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}
