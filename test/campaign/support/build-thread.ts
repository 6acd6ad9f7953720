import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

let built: string | undefined;

/** Bundles the thread that Tracker's stand-in lives in, once a process. @returns the file */
export function buildTrackerThread(): string {
  built ??= build();
  return built;
}

function build(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['test/campaign/support/tracker-thread.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text ?? '';
  const folder = resolve('node_modules/.cache/campaign');
  const file = join(folder, `${createHash('sha1').update(text).digest('hex')}.cjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  // Another process may be at it as well: it is there as a whole or not at all.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
