import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCursor, parseCursorField } from '../../src/administration/link-cursor.ts';
import { linkSorts } from '../../src/administration/link-order.ts';
import { listAllLinks } from '../../src/administration/list-all-links.ts';
import { parseAllLinksQuery } from '../../src/administration/parse-all-links-query.ts';
import { withQuery } from '../protocol/requests.ts';
import { fakeAdmin, fakePage } from '../support/fake-pages.ts';

/** Link → when and by whom it was added: `DEMO-1 TEST-2`. */
type Links = Map<string, { readonly at: number; readonly by: string }>;

function worldOf(links: Links) {
  const byEntity = new Map<string, [string, number, string][]>();
  for (const [name, { at, by }] of links) {
    const [key = '', issueKey = ''] = name.split(' ');
    byEntity.set(key, [...(byEntity.get(key) ?? []), [issueKey, at, by]]);
  }
  const kindOf = (key: string) => (key.includes('-A-') ? 'article' : /-\d/.test(key) ? 'issue' : 'user');
  return fakeAdmin({
    entities: [...byEntity].map(([key, own]) => fakePage({ kind: kindOf(key), key, links: own })),
  });
}

function readPage(links: Links, query: Readonly<Record<string, string>>) {
  const parsed = parseAllLinksQuery(withQuery(String(new URLSearchParams(query))));
  const result = parsed.ok ? listAllLinks(worldOf(links), parsed.value) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.body;
}

const keys = ['DEMO-1', 'DEMO-10', 'DEMO-2', 'DEMO-A-1', 'ЯНА-3', 'jane', 'demo'];
const name = fc
  .tuple(fc.constantFrom(...keys), fc.integer({ min: 1, max: 12 }))
  .map(([key, number]) => `${key} TEST-${number}`);
const stamp = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  by: fc.constantFrom('jane', 'Яна_Роу', 'robot'),
});
const links = fc.array(fc.tuple(name, stamp)).map((entries): Links => new Map(entries));
const changes = fc.array(fc.record({ name, stamp: fc.option(stamp, { nil: undefined }) }), { maxLength: 8 });

describe('a list that is read page by page while links come and go', () => {
  test('has every link that was there all the time once, and none twice', () => {
    fc.assert(
      fc.property(
        links,
        fc.array(changes, { maxLength: 6 }),
        fc.constantFrom(...linkSorts),
        fc.integer({ min: 1, max: 7 }),
        (start, steps, sort, top) => {
          const now: Links = new Map(start);
          const touched = new Set<string>();
          const read: string[] = [];
          for (let after: string | undefined = '', step = 0; after !== undefined; step += 1) {
            const page = readPage(now, { sort, top: String(top), after });
            read.push(...page.links.map(({ key, issueKey }) => `${key} ${issueKey}`));
            after = page.next;
            for (const { name: changed, stamp: added } of steps[step] ?? []) {
              touched.add(changed);
              if (added === undefined) now.delete(changed);
              else if (!now.has(changed)) now.set(changed, added);
            }
          }
          const untouched = [...start.keys()].filter((one) => !touched.has(one));
          expect(read.filter((one) => !touched.has(one)).sort()).toEqual(untouched.sort());
          if (sort === 'key' || sort === 'issueKey') expect(new Set(read).size).toBe(read.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('says where each page stands', () => {
    const five: Links = new Map([1, 2, 3, 4, 5].map((at) => [`DEMO-${at} TEST-1`, { at, by: 'jane' }]));
    const first = readPage(five, { sort: 'key', top: '2' });
    expect(first).toMatchObject({ total: 5, before: 0 });
    five.delete('DEMO-2 TEST-1');
    const second = readPage(five, { top: '2', after: first.next ?? '' });
    expect(second).toMatchObject({ total: 4, before: 1, links: [{ key: 'DEMO-3' }, { key: 'DEMO-4' }] });
    const third = readPage(five, { top: '2', after: second.next ?? '' });
    expect(third).toMatchObject({ before: 3, links: [{ key: 'DEMO-5' }] });
    expect(third.next).toBeUndefined();
    expect(readPage(five, { after: second.next ?? '', skip: '9' })).toMatchObject({ before: 4, links: [] });
  });
});

describe('a cursor', () => {
  test('comes back as it was, and needs no encoding in an address', () => {
    const position = {
      addedAt: 1_767_225_600_000,
      addedBy: 'яна+"бот"@example.com',
      kind: 'user',
      key: 'Яна_Роу',
      issueKey: 'TEST-1',
    } as const;
    const text = formatCursor({ sort: '-addedBy', position });
    expect(encodeURIComponent(text)).toBe(text);
    expect(parseCursorField('after', text)).toEqual({ ok: true, value: { sort: '-addedBy', position } });
  });

  test.each(['x', '_005b_005d', '[]', 'null', `_0022${'a'.repeat(3_000)}_0022`])('is not %j', (after) => {
    expect(parseAllLinksQuery(withQuery(String(new URLSearchParams({ after }))))).toMatchObject({
      problem: { reason: 'malformed', problems: [{ field: 'after' }] },
    });
  });

  test('of one order is refused in another', () => {
    const position = {
      addedAt: 1,
      addedBy: 'jane',
      kind: 'issue',
      key: 'DEMO-1',
      issueKey: 'TEST-1',
    } as const;
    const after = formatCursor({ sort: 'key', position });
    expect(parseAllLinksQuery(withQuery(String(new URLSearchParams({ after, sort: '-key' }))))).toMatchObject(
      {
        problem: { problems: [{ field: 'after', expected: 'a cursor of the order -key' }] },
      },
    );
  });
});
