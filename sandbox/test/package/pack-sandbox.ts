import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const packageFolder = join(__dirname, '..', '..');

/** A folder outside of the repository with the package installed from its tarball, and no other package. @returns the folder */
export async function installPackedSandbox(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'packed-sandbox-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: packageFolder });
  const [tarball = ''] = readdirSync(folder);
  await run('npm', ['install', '--offline', '--ignore-scripts', `./${tarball}`], { cwd: folder });
  return folder;
}
