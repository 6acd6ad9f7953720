import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkRelease } from '../../packaging/release/check-release.mjs';
import type { Sources } from './support/make-sources.ts';
import { edit, editJson, type Fault, makeReleasable, problemsOf } from './support/spoil-sources.ts';

let sources: Sources;
beforeAll(() => {
  sources = makeReleasable();
});
afterAll(() => sources.clear());

function setManifest(sources: Sources, change: Readonly<Record<string, unknown>>): void {
  editJson(sources, 'manifest.json', (value) => Object.assign(value, change));
}

/** What would be sent back: the file that is spoilt, how, and the sentence that says so. */
const faults: readonly Fault[] = [
  [
    'the name never changes',
    'manifest.json',
    (sources) => setManifest(sources, { name: 'tracker-links-2' }),
    /it is tracker-links for ever/,
  ],
  [
    'the title has at most 64 characters',
    'manifest.json',
    (sources) => setManifest(sources, { title: 'ё'.repeat(65) }),
    /1 to 64 characters/,
  ],
  [
    'the title has no odd characters',
    'manifest.json',
    (sources) => setManifest(sources, { title: 'Links!' }),
    /characters that the Marketplace refuses/,
  ],
  [
    'the description is not blank',
    'manifest.json',
    (sources) => setManifest(sources, { description: ' ' }),
    /description is blank/,
  ],
  [
    'the vendor has a name',
    'manifest.json',
    (sources) => setManifest(sources, { vendor: {} }),
    /vendor has no name/,
  ],
  [
    'the vendor is no placeholder',
    'manifest.json',
    (sources) => setManifest(sources, { vendor: { name: 'Links', url: 'https://example.com' } }),
    /is a placeholder/,
  ],
  [
    'a YouTrack without asynchronous functions is too old',
    'manifest.json',
    (sources) => setManifest(sources, { minYouTrackVersion: '2026.1' }),
    /must be 2026\.2 or newer/,
  ],
  [
    'the icon lies at the root',
    'manifest.json',
    (sources) => setManifest(sources, { icon: 'icons/icon.svg' }),
    /SVG at the root, not icons\/icon\.svg/,
  ],
  [
    'the icon says how large it is',
    'icon.svg',
    (sources) => edit(sources, 'icon.svg', (text) => text.replace(/ width="\d+"/, '')),
    /icon\.svg lacks width/,
  ],
  [
    'settings are a schema',
    'settings.json',
    (sources) => editJson(sources, 'settings.json', (schema) => (schema.type = 'objekt')),
    /settings\.json is no schema/,
  ],
  [
    'settings can be saved without filling in anything',
    'settings.json',
    (sources) => editJson(sources, 'settings.json', (schema) => (schema.required = ['serviceAccount'])),
    /cannot be saved as it is: .*serviceAccount/,
  ],
  [
    'defaults fit what they are defaults of',
    'settings.json',
    (sources) =>
      edit(sources, 'settings.json', (text) => text.replace('"default": "full"', '"default": "alles"')),
    /cannot be saved as it is: .*disclosure/,
  ],
  [
    'every setting has a title',
    'settings.json',
    (sources) =>
      editJson(sources, 'settings.json', (schema) => (schema.properties = { odd: { type: 'string' } })),
    /settings\.json: odd has no title/,
  ],
  [
    'the version is in the changelog',
    'CHANGELOG.md',
    (sources) => edit(sources, 'CHANGELOG.md', (text) => text.replace(/^## \d.*$/gm, '## 0.0.1')),
    /CHANGELOG\.md says nothing of version/,
  ],
  [
    'change notes have at most 65,000 characters',
    'CHANGELOG.ru.md',
    (sources) =>
      edit(sources, 'CHANGELOG.ru.md', (text) => text.replace(/^- /m, `- ${'ё'.repeat(65_000)}\n- `)),
    /CHANGELOG\.ru\.md has \d+ characters on version/,
  ],
  [
    'both changelogs say the same',
    'CHANGELOG.ru.md',
    (sources) => edit(sources, 'CHANGELOG.ru.md', (text) => text.replace(/^- .*$/m, '')),
    /the changelogs differ on version/,
  ],
  [
    'the document of the addresses is of this version',
    'docs/openapi.yaml',
    (sources) =>
      edit(sources, 'docs/openapi.yaml', (text) => text.replace(/^ {2}version: .*$/m, '  version: 0.9.0')),
    /docs\/openapi\.yaml is of version 0\.9\.0/,
  ],
];

describe('nothing is released unless', () => {
  test.each(faults)('%s', async (_, path, spoil, says) => {
    expect(await problemsOf(sources, path, spoil)).toMatch(says);
  });
});

test('the app as it is can be released', async () => {
  expect(await checkRelease('.')).toEqual([]);
});
