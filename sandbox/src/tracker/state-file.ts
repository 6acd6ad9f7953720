import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { TrackerConfigError } from './config/tracker-config-error.ts';

/**
 * The section kept in a state file, unchecked; undefined when there is no such file yet.
 * @throws TrackerConfigError with a one-line message when the file holds no JSON.
 */
export function readStateFile(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new TrackerConfigError(
      `${path}: ${error instanceof Error ? error.message.replaceAll('\n', ' ') : 'is not JSON'}`,
    );
  }
}

/** Replaces the file as a whole, so that a crash leaves either the old state or the new one. */
export function writeStateFile(path: string, section: unknown): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(section));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
