import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { extensionPoints } from '../../src/apps/extension-points.ts';
import { manifestSchema } from '../../src/apps/manifest-schema.ts';

const official = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'test', 'schemas', 'youtrack-app.json'), 'utf8'),
) as { readonly definitions: { readonly extensionPoints: { readonly enum: readonly string[] } } };
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('url', /^https?:/);
const isOfficial = ajv.compile(official);

type Verdict = 'taken by both' | 'refused by both' | 'refused by the schema alone' | 'refused here alone';

const widget = {
  key: 'panel',
  name: 'Панель',
  extensionPoint: 'ISSUE_BELOW_SUMMARY',
  indexPath: 'panel/index.html',
};
const withWidget = (change: object) => ({ widgets: [{ ...widget, ...change }] });

/** Where the two differ, the sandbox follows what servers do to packages that are on JetBrains Marketplace, and references. */
const rows: readonly (readonly [rule: string, verdict: Verdict, change: object])[] = [
  ['a name alone', 'taken by both', {}],
  ['no name', 'refused by both', { name: undefined }],
  ['a name in capitals', 'refused by both', { name: 'Sample' }],
  ['a version of two numbers', 'refused by both', { version: '1.0' }],
  ['a version with a leading zero', 'refused by both', { version: '1.02.0' }],
  ['a very long version', 'refused by the schema alone', { version: '100000.200000.300000' }],
  ['a title that is no text', 'refused by both', { title: 5 }],
  ['a vendor without a name', 'refused by both', { vendor: { url: 'https://example.com' } }],
  ['a prefix of tools with a blank', 'refused by both', { aiToolPrefix: 'a b' }],
  ['an icon that is no picture', 'refused by the schema alone', { icon: 'icon.txt' }],
  ['a short lowest version', 'refused by both', { minYouTrackVersion: '2025.3' }],
  ['keys nobody knows', 'taken by both', { whatever: [1] }],
  ['no widgets in a list', 'refused by both', { widgets: [] }],
  ['a widget', 'taken by both', withWidget({})],
  ['a widget without a key', 'refused by both', withWidget({ key: undefined })],
  ['a widget whose key has a slash', 'refused by both', withWidget({ key: 'a/b' })],
  ['a widget without a page', 'refused by both', withWidget({ indexPath: undefined })],
  ['a widget nowhere', 'refused by both', withWidget({ extensionPoint: 'MOON' })],
  ['a widget without a name', 'refused by the schema alone', withWidget({ name: undefined })],
  [
    'a widget whose page is called otherwise',
    'refused by the schema alone',
    withWidget({ indexPath: 'a.html' }),
  ],
  ['permissions that are none', 'refused by the schema alone', withWidget({ permissions: ['FLY'] })],
  ['permissions that are no list', 'refused by both', withWidget({ permissions: 'READ_ISSUE' })],
  ['a header where there is none', 'refused by the schema alone', withWidget({ showHeader: false })],
  ['two widgets of one key', 'refused here alone', { widgets: [widget, widget] }],
  [
    'a helpdesk channel without an icon',
    'refused by both',
    withWidget({ extensionPoint: 'HELPDESK_CHANNEL', description: 'x' }),
  ],
  [
    'expected dimensions on a dashboard',
    'refused here alone',
    withWidget({ extensionPoint: 'DASHBOARD_WIDGET', expectedDimensions: { width: 1 } }),
  ],
];

describe('the manifest’s schema beside the official one', () => {
  test('knows the same extension points', () => {
    expect([...extensionPoints].sort()).toEqual([...official.definitions.extensionPoints.enum].sort());
  });

  test.each(rows)('%s is %s', (_, verdict, change) => {
    const manifest = JSON.parse(JSON.stringify({ name: 'sample', ...change }));
    const takes = { official: isOfficial(manifest), here: manifestSchema.safeParse(manifest).success };
    expect(takes).toEqual({
      official: verdict === 'taken by both' || verdict === 'refused here alone',
      here: verdict === 'taken by both' || verdict === 'refused by the schema alone',
    });
  });
});
