import { describe, expect, test } from '@jest/globals';
import { createPackage } from '../../src/apps/create-package.ts';
import type { Json } from '../../src/apps/json.ts';

const manifest = { name: 'sample-app', title: 'Пример', version: '1.2.3' };
const widget = {
  key: 'panel',
  name: 'Panel',
  extensionPoint: 'ISSUE_BELOW_SUMMARY',
  indexPath: 'panel/index.html',
};
const page = { 'widgets/panel/index.html': '<!doctype html>' };

describe('createPackage', () => {
  test('scripts are those at the root, named without .js', () => {
    const { scripts } = create({
      'manifest.json': manifest,
      'issue.js': 'a',
      'lib.mjs': 'b',
      'widgets/x.js': 'c',
      'src/y.js': 'd',
    });
    expect([...scripts]).toEqual([['issue', 'a']]);
  });

  test('without title and version the name and 0.0.0 stand', () => {
    expect(create({ 'manifest.json': { name: 'a.b_c~1-2' } })).toMatchObject({
      title: 'a.b_c~1-2',
      version: '0.0.0',
    });
  });

  test('unknown manifest keys are tolerated', () => {
    expect(create({ 'manifest.json': { ...manifest, whatever: [1], dev: true } }).name).toBe('sample-app');
  });

  test('a byte order mark before the manifest is tolerated', () => {
    expect(create({ 'manifest.json': `\uFEFF${JSON.stringify(manifest)}` }).title).toBe('Пример');
  });

  test('a widget gets its defaults and its files', () => {
    const files = {
      'manifest.json': {
        ...manifest,
        widgets: [{ ...widget, indexPath: 'panel/index.html?mode=a', iconPath: 'icon.svg' }],
      },
    };
    expect(create({ ...files, ...page, 'widgets/panel/icon.svg': '' }).widgets).toEqual([
      expect.objectContaining({
        indexPath: 'widgets/panel/index.html',
        iconPath: 'widgets/panel/icon.svg',
        permissions: [],
        showHeader: true,
        guard: undefined,
      }),
    ]);
  });

  test('extension properties are listed one by one', () => {
    const extensions = {
      entityTypeExtensions: [
        {
          entityType: 'Issue',
          properties: { note: { type: 'string' }, seen: { type: 'User', multi: true } },
        },
      ],
    };
    expect(create({ 'manifest.json': manifest, 'entity-extensions.json': extensions }).extensions).toEqual([
      { entityType: 'Issue', name: 'note', type: 'string', multi: false },
      { entityType: 'Issue', name: 'seen', type: 'User', multi: true },
    ]);
  });

  const refused: readonly [rule: string, files: Record<string, Json>, sentence: RegExp][] = [
    ['no manifest', { 'app/manifest.json': manifest }, /no manifest\.json at its root/],
    ['a manifest that is not JSON', { 'manifest.json': '{' }, /manifest\.json is not valid JSON/],
    ['a manifest that is a list', { 'manifest.json': [] }, /manifest\.json must hold a JSON object/],
    ['no name', { 'manifest.json': { version: '1.0.0' } }, /manifest\.json: name: expected .* found nothing/],
    [
      'a name in upper case',
      { 'manifest.json': { name: 'Sample' } },
      /name: expected small letters.* found "Sample"/,
    ],
    [
      'a version of two numbers',
      { 'manifest.json': { ...manifest, version: '1.0' } },
      /version: expected a full version like 1\.0\.0, found "1\.0"/,
    ],
    [
      'a version with a suffix',
      { 'manifest.json': { ...manifest, version: '1.0.0-beta' } },
      /version: expected a full version/,
    ],
    [
      'a title that is no string',
      { 'manifest.json': { ...manifest, title: 5 } },
      /title: expected a text, found 5/,
    ],
    [
      'a vendor without a name',
      { 'manifest.json': { ...manifest, vendor: {} } },
      /vendor\.name: expected a text/,
    ],
    [
      'a short minimum version',
      { 'manifest.json': { ...manifest, minYouTrackVersion: '2025.3' } },
      /minYouTrackVersion: expected a full version/,
    ],
    [
      'an empty list of widgets',
      { 'manifest.json': { ...manifest, widgets: [] } },
      /widgets: expected at least one widget/,
    ],
    [
      'a widget without a key',
      { 'manifest.json': { ...manifest, widgets: [{ ...widget, key: '' }] }, ...page },
      /widgets\[0\]\.key: expected .* found ""/,
    ],
    [
      'a widget twice',
      { 'manifest.json': { ...manifest, widgets: [widget, widget] }, ...page },
      /widgets\[1\]\.key: expected a key no other widget has, found "panel"/,
    ],
    [
      'a widget nowhere',
      { 'manifest.json': { ...manifest, widgets: [{ ...widget, extensionPoint: 'MOON' }] }, ...page },
      /extensionPoint: expected an extension point, found "MOON"/,
    ],
    [
      'grid units outside dashboards',
      {
        'manifest.json': { ...manifest, widgets: [{ ...widget, defaultDimensions: { width: '4fr' } }] },
        ...page,
      },
      /defaultDimensions: expected none at ISSUE_BELOW_SUMMARY/,
    ],
    [
      'settings that are no object schema',
      { 'manifest.json': manifest, 'settings.json': { type: 'array' } },
      /settings\.json: type: expected one of object, found "array"/,
    ],
    [
      'a setting without a type',
      settings({ a: {} }),
      /properties\.a\.type: expected one of .* found nothing/,
    ],
    [
      'a secret number',
      settings({ a: { type: 'number', format: 'secret' } }),
      /properties\.a\.type: .* as it is a secret/,
    ],
    [
      'a setting of an unknown entity',
      settings({ a: { type: 'object', 'x-entity': 'Agile' } }),
      /properties\.a\.x-entity: expected one of .* found "Agile"/,
    ],
  ];

  test('a scope counts in any letter case', () => {
    const { settings: declared, warnings } = create(
      settings({ a: { type: 'string', 'x-scope': 'project' } }),
    );
    expect(declared).toEqual([expect.objectContaining({ name: 'a', scope: 'PROJECT' })]);
    expect(warnings).toEqual([]);
  });

  test('settings of an empty object declare nothing', () => {
    expect(create({ 'manifest.json': manifest, 'settings.json': {} }).settings).toEqual([]);
  });

  test('a package without a manifest is the workflow that its package.json describes', () => {
    const workflow = { name: '@acme/answer-once', title: 'Ответ', version: '1.0', dependencies: {} };
    expect(create({ 'package.json': workflow })).toMatchObject({
      name: '@acme/answer-once',
      title: 'Ответ',
      version: '0.0.0',
    });
  });

  test.each([
    ['panel/index.html', 'panel/icon.svg'],
    ['./panel/index.html', '/panel/icon.svg'],
    ['widgets/panel/index.html', 'widgets/panel/icon.svg'],
    ['index.html', 'icon.svg'],
  ])('the paths %s and %s of a widget lead to the same files', (indexPath, iconPath) => {
    const widgets = [{ ...widget, indexPath, iconPath, settingsSchemaPath: iconPath }];
    const files = { 'manifest.json': { ...manifest, widgets }, ...page, 'widgets/panel/icon.svg': '' };
    expect(create(files).widgets).toEqual([
      expect.objectContaining({
        indexPath: 'widgets/panel/index.html',
        iconPath: 'widgets/panel/icon.svg',
        settingsSchemaPath: 'widgets/panel/icon.svg',
      }),
    ]);
  });

  const warned: readonly [rule: string, files: Record<string, Json>, sentence: RegExp][] = [
    [
      'a widget without its page',
      { 'manifest.json': { ...manifest, widgets: [widget] } },
      /no file "panel\/index\.html"/,
    ],
    ['a scope that is none', settings({ a: { type: 'string', 'x-scope': 'TEAM' } }), /"x-scope".*"TEAM"/],
    ['a setting of the type int', settings({ a: { type: 'int' } }), /"int".*"integer"/],
    [
      'extensions without a list',
      { 'manifest.json': manifest, 'entity-extensions.json': { Issue: { note: 'string' } } },
      /entityTypeExtensions: expected a list, found nothing; nothing is declared/,
    ],
    [
      'an extension of nothing',
      extension('Moon', { type: 'string' }),
      /entityType: expected an entity type of the scripting API, found "Moon"/,
    ],
    [
      'an extension without a known type',
      extension('Issue', { type: 'text' }),
      /properties\.a\.type: expected .* found "text"/,
    ],
    ['an extension of the type long', extension('Issue', { type: 'long' }), /"long".*"integer"/],
    ['a set of strings', extension('Issue', { type: 'string', multi: true }), /"multi"/],
  ];

  test.each(warned)('%s is imported with a warning', (_, files, sentence) => {
    expect(create(files).warnings).toEqual([expect.stringMatching(sentence)]);
  });

  test.each(refused)('%s is refused in one line', (_, files, sentence) => {
    expect(() => create(files)).toThrow(
      expect.objectContaining({ name: 'BadPackageError', message: expect.stringMatching(sentence) }),
    );
    expect(() => create(files)).not.toThrow(/\n/);
  });
});

function settings(properties: Json): Record<string, Json> {
  return { 'manifest.json': manifest, 'settings.json': { type: 'object', properties } };
}

function extension(entityType: string, property: Json): Record<string, Json> {
  return {
    'manifest.json': manifest,
    'entity-extensions.json': { entityTypeExtensions: [{ entityType, properties: { a: property } }] },
  };
}

function create(files: Record<string, Json>) {
  const encoded = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  return createPackage(new Map(encoded), new Uint8Array());
}
