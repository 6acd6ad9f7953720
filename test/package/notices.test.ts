import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { listBundledPackages, writeNotices } from '../../packaging/write-notices.mjs';
import { type BuiltWidgets, buildWidgetsForTest } from '../widgets/support/build-widgets-for-test.ts';
import { makeSources, type Sources } from './support/make-sources.ts';

const files = unzipSync(readFileSync('tracker-links.zip'));
const textOf = (name: string) => Buffer.from(files[name] ?? []).toString();

describe('the notices in the package', () => {
  let built: BuiltWidgets;
  beforeAll(async () => {
    built = await buildWidgetsForTest();
    await built.remove();
  });

  test('name every package that the bundler took anything from, with its version and licence', () => {
    const folders = new Set(
      built.inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
    );
    expect([...folders]).toEqual(expect.arrayContaining(['node_modules/preact']));
    const notices = textOf('third-party-notices.txt');
    for (const folder of folders) {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      expect(notices).toContain(`\n${name} ${version}\nLicence: ${license}\n`);
    }
  });

  test('hold the texts of licences, each with its author', () => {
    const preact = readFileSync('node_modules/preact/LICENSE', 'utf8').trim();
    expect(textOf('third-party-notices.txt')).toContain(preact);
    expect(textOf('third-party-notices.txt')).toMatch(/^Copyright 2000-\d{4} JetBrains s\.r\.o\.$/m);
  });

  test('come with the licence of the app itself', () => {
    expect(textOf('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  });
});

describe('notices', () => {
  let sources: Sources;
  beforeEach(() => {
    sources = makeSources();
  });
  afterEach(() => sources.clear());

  function writePackage(license: string, files: Readonly<Record<string, string>>): void {
    const about = { name: '@someone/odd', version: '1.2.3', license };
    sources.write('node_modules/@someone/odd/package.json', JSON.stringify(about));
    for (const [name, text] of Object.entries(files))
      sources.write(`node_modules/@someone/odd/${name}`, text);
  }
  const write = async () =>
    writeNotices(
      await listBundledPackages(sources.folder, ['node_modules/@someone/odd/index.js', 'src/own.ts']),
    );

  test('quote a licence that may be passed on', async () => {
    writePackage('MIT', { 'licence.md': 'Copyright (c) 2026 Zoë\r\nPermission is hereby granted' });
    expect(await write()).toContain(
      '@someone/odd 1.2.3\nLicence: MIT\n\nCopyright (c) 2026 Zoë\nPermission is hereby granted\n',
    );
  });

  test('cannot be written for a licence that may not be passed on', async () => {
    writePackage('GPL-3.0', { LICENSE: 'GNU' });
    await expect(write()).rejects.toThrow(
      '@someone/odd 1.2.3 is under GPL-3.0, which the app cannot pass on',
    );
  });

  test('cannot be written for a package without the text of its licence', async () => {
    writePackage('MIT', { 'readme.md': 'odd' });
    await expect(write()).rejects.toThrow('@someone/odd 1.2.3 comes without the text of its licence');
  });
});
