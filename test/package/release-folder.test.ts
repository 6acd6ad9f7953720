import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Sources } from './support/make-sources.ts';
import { makeReleasable } from './support/spoil-sources.ts';

const { version } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { version: string };

let sources: Sources;
let output: string;
beforeAll(() => {
  sources = makeReleasable();
  for (const part of ['handlers', 'src', 'widgets', 'tsconfig.json', 'tsconfig.base.json', 'manifest.json'])
    sources.copy(part);
  sources.copy('package-lock.json');
  symlinkSync(resolve('node_modules'), join(sources.folder, 'node_modules'));
  output = release();
});
afterAll(() => sources.clear());

/** Runs the command where no registry answers. */
function release(): string {
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' };
  const { stdout, stderr } = spawnSync(process.execPath, ['release.mjs', sources.folder], {
    encoding: 'utf8',
    env,
  });
  return stdout + stderr;
}

function inRelease(path: string): string {
  return join(sources.folder, 'build/release', path);
}

describe('the folder of a release', () => {
  test('has the zip that the build makes', () => {
    const zip = readFileSync(inRelease(`tracker-links-${version}.zip`));
    expect(zip.equals(readFileSync('tracker-links.zip'))).toBe(true);
  });

  test('has the texts of the listing in both languages, and pictures', () => {
    for (const language of ['en', 'ru']) {
      for (const text of ['listing', 'privacy', 'change-notes'])
        expect(readFileSync(inRelease(`${text}.${language}.md`), 'utf8').length).toBeGreaterThan(100);
      expect(readdirSync(inRelease('pictures'))).toContain(`page-issue-links-${language}.png`);
    }
  });

  test('has whatever its texts link to', () => {
    for (const page of readdirSync(inRelease('.')).filter((name) => name.endsWith('.md'))) {
      const links = [...readFileSync(inRelease(page), 'utf8').matchAll(/\]\(([^)#\s]+)/g)].map(
        ([, link = '']) => link,
      );
      const missing = links.filter((link) => !link.startsWith('https:') && !existsSync(inRelease(link)));
      expect({ page, missing }).toEqual({ page, missing: [] });
    }
  });

  test('has a checksum of every other file', () => {
    const lines = readFileSync(inRelease('SHA256SUMS'), 'utf8').trim().split('\n');
    for (const line of lines) {
      const [hash, path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(inRelease(path)))
          .digest('hex'),
      ).toBe(hash);
    }
    const files = readdirSync(inRelease('.'), { recursive: true, withFileTypes: true });
    expect(lines).toHaveLength(files.filter((entry) => entry.isFile()).length - 1);
  });

  test('has a bill of materials that names exactly what the notices in the zip name', () => {
    const bill = JSON.parse(readFileSync(inRelease('sbom.cdx.json'), 'utf8'));
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'tracker-links', version } },
    });
    const { 'third-party-notices.txt': notices } = unzipSync(readFileSync('tracker-links.zip'));
    const noticed = [
      ...Buffer.from(notices ?? [])
        .toString()
        .matchAll(/^(\S+) (\d\S*)\nLicence: (\S+)$/gm),
    ];
    const named = bill.components.map(
      (one: { name: string; version: string; licenses: { license: { id: string } }[] }) =>
        `${one.name} ${one.version} ${one.licenses[0]?.license.id}`,
    );
    expect(named.sort()).toEqual(noticed.map(([, name, at, license]) => `${name} ${at} ${license}`).sort());
  });

  test('is there without a registry, and the command says that nobody looked for vulnerabilities', () => {
    expect(output).toMatch(
      /npm audit could not be asked \(.+\): known vulnerabilities were not looked for\./,
    );
  });
});

test('a release that breaks a rule is not made, and says every rule it breaks', () => {
  sources.remove('build/release');
  sources.write('CHANGELOG.md', '# Changelog\n');
  sources.write('marketplace/pictures.json', '{"pictures":[]}');
  const said = release();
  expect(said).toMatch(/^release: CHANGELOG\.md says nothing of version/m);
  expect(said).toMatch(/^release: marketplace\/pictures\.json names no picture/m);
  expect(existsSync(inRelease('.'))).toBe(false);
});
