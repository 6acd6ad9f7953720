import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lies beside an app's files without being part of it. */
export const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Reads an unpacked app: every file by its path relative to the folder, with forward slashes. */
export function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  collect(folder, '', files);
  return files;
}

function collect(folder: string, prefix: string, files: Map<string, Uint8Array>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (skippedFolders.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, `${prefix}${entry.name}/`, files);
    if (entry.isFile()) files.set(prefix + entry.name, new Uint8Array(readFileSync(path)));
  }
}
