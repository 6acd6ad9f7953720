import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { skippedFolders } from '../apps/read-folder.ts';

/**
 * What can be known of an app's files without reading them: another text when one has come, gone or been written.
 * A folder is looked at anew each time, not watched: output folders are emptied, removed and made again, and what is
 * mounted from elsewhere tells nobody. `gone` is among it when something vanished meanwhile, or was never there.
 */
export function takeFingerprint(path: string): string {
  const parts: string[] = [];
  try {
    if (statSync(path).isDirectory()) collect(path, parts);
    else parts.push(describe(path));
  } catch {
    // Something went while it was looked at: what is left is another fingerprint, and the next look finds the rest.
    parts.push('gone');
  }
  return parts.join('\n');
}

function collect(folder: string, parts: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skippedFolders.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, parts);
    else parts.push(describe(path));
  }
}

function describe(path: string): string {
  const { size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
  return `${path} ${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
