import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** What goes into the package as it is. */
export const assets = [
  'manifest.json',
  'settings.json',
  'entity-extensions.json',
  'icon.svg',
  'icon-dark.svg',
  'LICENSE',
];

/** Sources in a folder of their own, without widgets, which take long to build. */
export interface Sources {
  readonly folder: string;
  readonly zip: string;
  write(path: string, content: string | Buffer): void;
  /** A source file as it is now, as bytes and as text. */
  bytes(path: string): Buffer;
  source(path: string): string;
  /** The manifest of this app without its widgets, changed. */
  writeManifest(change: (manifest: Record<string, unknown>) => void): void;
  remove(path: string): void;
  /** Takes this repository's own file, or folder, once more. */
  copy(path: string): void;
  build(environment?: Readonly<Record<string, string>>): {
    readonly status: number | null;
    readonly stderr: string;
  };
  /** A file of the built package, as text. */
  read(path: string): string;
  /** Removes the folder. */
  clear(): void;
}

/** Sources that consist of this app's manifest and assets and of what is named. */
export function makeSources(...paths: readonly string[]): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  const zip = join(folder, 'tracker-links.zip');
  const sources: Sources = {
    folder,
    zip,
    write(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    bytes: (path) => readFileSync(join(folder, path)),
    source: (path) => readFileSync(join(folder, path), 'utf8'),
    writeManifest(change) {
      const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
      delete manifest.widgets;
      change(manifest);
      sources.write('manifest.json', JSON.stringify(manifest));
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true, force: true }),
    copy: (path) => cpSync(path, join(folder, path), { recursive: true }),
    build(environment = {}) {
      rmSync(zip, { force: true });
      const env = { ...process.env, ...environment };
      const { status, stderr } = spawnSync(process.execPath, ['build.mjs', folder], {
        encoding: 'utf8',
        env,
      });
      return { status, stderr };
    },
    read: (path) => Buffer.from(unzipSync(readFileSync(zip))[path] ?? []).toString(),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
  for (const path of [...assets, 'package.json', 'test/schemas/youtrack-app.json', ...paths])
    sources.copy(path);
  sources.writeManifest(() => {});
  return sources;
}

/** Whether a build has left a zip. */
export function hasZip({ zip }: Sources): boolean {
  return existsSync(zip);
}
