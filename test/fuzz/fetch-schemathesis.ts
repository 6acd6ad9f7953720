import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the program is, or why there is none. */
export type FetchedSchemathesis = { readonly program: string } | { readonly missing: string };

const requirements = join('test', 'fuzz', 'requirements.txt');

/** Installs schemathesis from PyPI, in the exact versions of `requirements.txt`, into a folder that version control leaves out; once. */
export function fetchSchemathesis(): FetchedSchemathesis {
  const versions = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join('build', 'schemathesis', versions);
  const [program, done] = [resolve(folder, 'bin', 'schemathesis'), join(folder, 'installed')];
  if (existsSync(done)) return { program };
  mkdirSync(folder, { recursive: true });
  const problem =
    run('python3', '-m', 'venv', folder) ??
    run(join(folder, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check', '-r', requirements);
  if (problem !== undefined) return { missing: problem };
  writeFileSync(done, '');
  return { program };
}

/** What kept the command from working; undefined where nothing did. */
function run(command: string, ...args: readonly string[]): string | undefined {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) return `there is no ${command} here`;
  return status === 0 ? undefined : `${command} ${args.slice(0, 2).join(' ')}: ${stderr.slice(-300)}`;
}
