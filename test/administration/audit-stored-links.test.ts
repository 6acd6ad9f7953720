import { describe, expect, test } from '@jest/globals';
import { auditStoredLinks } from '../../src/administration/audit-stored-links.ts';
import { forgetStoredLinks } from '../../src/administration/forget-stored-links.ts';
import { type FakePageEntity, fakeAdmin, fakePage, fakePerson } from '../support/fake-pages.ts';
import { keyOf } from '../support/keys.ts';

const everything = { key: undefined, skip: 0, top: 50 };

function audit(
  entities: readonly FakePageEntity[],
  query: Partial<Parameters<typeof auditStoredLinks>[1]> = {},
) {
  const result = auditStoredLinks(fakeAdmin({ entities }), { ...everything, ...query });
  if (!result.ok) throw new Error('refused');
  return result.value.body;
}

describe('the audit', () => {
  test('is empty where every value can be read', () => {
    const readable = fakePage({ key: 'DEMO-1', links: [['TEST-1', 1, 'jane']] });
    expect(audit([readable, fakePage({ key: 'DEMO-2' })])).toEqual({
      total: 0,
      entities: [],
      sharedIdentities: [],
    });
  });

  test('shows why a value cannot be read and how it begins, whatever the flag says', () => {
    const long = `{"v":1,"links":"${'ё'.repeat(300)}"}`;
    const entities = [
      fakePage({ key: 'DEMO-10', stored: long, facts: { summary: 'Вход' } }),
      fakePage({ key: 'DEMO-2', stored: '{oops', flag: false }),
      fakePerson('jane', 'Яна', { stored: '{"v":99,"links":{}}' }),
    ];
    expect(audit(entities)).toEqual({
      sharedIdentities: [],
      total: 3,
      entities: [
        {
          kind: 'issue',
          key: 'DEMO-2',
          summary: 'DEMO-2',
          entityUrl: '/issue/DEMO-2',
          reason: 'not_json',
          characters: 5,
          beginning: '{oops',
        },
        {
          kind: 'issue',
          key: 'DEMO-10',
          summary: 'Вход',
          entityUrl: '/issue/DEMO-10',
          reason: 'wrong_shape',
          characters: long.length,
          beginning: long.slice(0, 200),
        },
        expect.objectContaining({ key: 'jane', summary: 'Яна', reason: 'newer_version', version: 99 }),
      ],
    });
  });

  test('shows no more than the key of what the caller may not see', () => {
    const hidden = fakePage({ key: 'HID-1', stored: 'x', isVisible: false, facts: { summary: 'Secret' } });
    expect(audit([hidden]).entities).toMatchObject([{ key: 'HID-1', summary: 'HID-1' }]);
  });

  test('comes in pages whose total stays', () => {
    const entities = [1, 2, 3].map((number) => fakePage({ key: `DEMO-${number}`, stored: 'x' }));
    expect(audit(entities, { skip: 1, top: 1 })).toMatchObject({ total: 3, entities: [{ key: 'DEMO-2' }] });
  });

  test('never cuts a character in half', () => {
    const stored = `${'x'.repeat(199)}😀`;
    expect(audit([fakePage({ key: 'DEMO-1', stored })]).entities[0]?.beginning).toBe('x'.repeat(199));
  });

  test('of one key gives the whole value, though no list finds the object', () => {
    const stored = 'x'.repeat(4_000_000);
    const unflagged = fakePage({ key: 'DEMO-1', stored });
    const host = fakeAdmin({ entities: [unflagged] }, { listFlagged: () => [] });
    const result = auditStoredLinks(host, { ...everything, key: keyOf('demo-1') });
    expect(result).toMatchObject({
      value: { body: { total: 1, entities: [{ key: 'DEMO-1', characters: 4_000_000, value: stored }] } },
    });
  });

  test('of one key tells nothing of an object that can be read, be it hidden or none at all', () => {
    const hidden = fakePage({ key: 'HID-1', isVisible: false });
    const answers = ['HID-1', 'NONE-1'].map((key) => audit([hidden], { key: keyOf(key) }));
    expect(answers[0]).toEqual(answers[1]);
  });

  test('changes nothing', () => {
    const broken = fakePage({ key: 'DEMO-1', stored: '{oops' });
    audit([broken]);
    expect([broken.writes, broken.stored]).toEqual([0, '{oops']);
  });
});

describe('forgetting', () => {
  test('clears what cannot be read, and nothing that can', () => {
    const broken = fakePage({ key: 'DEMO-2', stored: '{oops' });
    const readable = fakePage({ key: 'DEMO-1', links: [['TEST-1', 1, 'jane']] });
    const host = fakeAdmin({ entities: [broken, readable] });
    const { stored } = readable;
    for (const key of ['DEMO-2', 'DEMO-1']) {
      expect(forgetStoredLinks(host, { kind: 'issue', key })).toMatchObject({
        ok: true,
        value: { body: { kind: 'issue', key, isForgotten: key === 'DEMO-2' } },
      });
    }
    expect([broken.stored, broken.flag]).toEqual([undefined, false]);
    expect(readable.stored).toBe(stored);
  });

  test.each([
    ['visible', 'never linked', true, undefined, undefined, true],
    ['hidden', 'linked once', false, undefined, false, true],
    ['hidden', 'unreadable', false, '{oops', undefined, true],
    ['hidden', 'never linked', false, undefined, undefined, false],
  ] as const)('of what is %s and %s is found: administrators know all that was ever linked', (...row) => {
    const [, , isVisible, stored, flag, isFound] = row;
    const entity = fakePage({ key: 'DEMO-1', isVisible });
    Object.assign(entity, { stored, flag });
    const forgotten = forgetStoredLinks(fakeAdmin({ entities: [entity] }), { kind: 'issue', key: 'DEMO-1' });
    expect(forgotten.ok).toBe(isFound);
    expect(entity.flag).toBe(stored === undefined ? flag : false);
  });

  test('of nothing is not found', () => {
    expect(forgetStoredLinks(fakeAdmin({ entities: [] }), { kind: 'issue', key: 'DEMO-9' })).toMatchObject({
      ok: false,
      problem: { reason: 'not_found' },
    });
  });
});
