import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with GraalJS's jars, or why there is none. */
export type FetchedGraal = { readonly libraries: string } | { readonly missing: string };

/** Left out of version control. */
const folder = join('build', 'graal');

/** Fetches one release of GraalJS with Maven, once. */
export function fetchGraal(version: string): FetchedGraal {
  const libraries = join(folder, version);
  for (const command of ['java', 'mvn', 'mkfifo'])
    if (spawnSync(command, ['--version']).error !== undefined)
      return { missing: `there is no ${command} here` };
  if (existsSync(libraries)) return { libraries };
  mkdirSync(folder, { recursive: true });
  const draft = `${libraries}.${process.pid}`;
  const { status, stdout } = spawnSync(
    'mvn',
    [
      ...['-q', '-B', '-f', join('test', 'graal', 'pom.xml'), `-Dgraal.version=${version}`],
      ...['dependency:copy-dependencies', `-DoutputDirectory=${join(process.cwd(), draft)}`],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) return { missing: `Maven could not fetch GraalJS ${version}: ${stdout.slice(0, 300)}` };
  renameSync(draft, libraries);
  return { libraries };
}
