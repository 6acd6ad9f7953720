import { describe, expect, test } from '@jest/globals';
import { createLinks, createOwnLinks } from '../../src/linking/create-links.ts';
import { encodeLinks } from '../../src/links/link-codec.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeAccount, fakeEntity, fakeHost, fakeScope } from '../support/fake-host.ts';
import { idsOf } from '../support/keys.ts';

function request(...ids: string[]) {
  return { issueKey: 'TEST-1', entityIds: ids.length > 0 ? idsOf(...ids) : undefined };
}

function full(key: string, changes: object = {}): FakeEntity {
  const links = Array.from({ length: 1_000 }, (_, index) => {
    return [`FULL-${index + 1}`, { added: { at: 1, by: 'jane', via: 'youtrack' } }] as const;
  });
  return fakeEntity({ key, stored: encodeLinks(new Map(links)), ...changes });
}

describe('creating links', () => {
  test('stores the link and its flag, and says what was linked', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    expect(createLinks(fakeScope([issue]), request())).toEqual({
      ok: true,
      value: { status: 200, body: { issueKey: 'TEST-1', linked: ['DEMO-1'], alreadyLinked: [] } },
    });
    expect(issue.stored).toBe('{"v":1,"links":["TEST-1 +1767225600000 youtrack jane"]}');
    expect(issue.flag).toBe(true);
  });

  test('a second time changes nothing and is no error', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    const host = fakeScope([issue]);
    createLinks(host, request());
    const before = issue.stored;
    expect(createLinks(host, request())).toMatchObject({
      value: { body: { linked: [], alreadyLinked: ['DEMO-1'] } },
    });
    expect([issue.stored, issue.writes]).toEqual([before, 1]);
  });

  test('of several objects keeps their order and names each once', () => {
    const entities = ['DEMO-1', 'DEMO-2', 'DEMO-3'].map((key) =>
      fakeEntity({ key, formerKeys: [`OLD-${key}`] }),
    );
    const host = fakeHost(entities);
    createLinks(host, request('DEMO-2'));
    const answer = createLinks(host, request('DEMO-3', 'demo-2', 'DEMO-1', 'DEMO-3', 'OLD-DEMO-2'));
    expect(answer).toMatchObject({
      value: { body: { linked: ['DEMO-3', 'DEMO-1'], alreadyLinked: ['DEMO-2'] } },
    });
  });

  test('settles a link that it finds in place and that an overlapping transaction takes away after all', () => {
    const before = '{"v":1,"links":["TEST-1 +1 tracker вася"]}';
    const issue = fakeEntity({ key: 'DEMO-1', stored: before });
    const host = fakeScope([issue]);
    expect(createLinks(host, request())).toMatchObject({ value: { body: { alreadyLinked: ['DEMO-1'] } } });
    issue.stored = '{"v":1,"links":["TEST-1 +1 tracker вася -2 youtrack jane"]}';
    settleLinks(fakeHost([issue]), host.scheduled[0]?.state ?? '');
    expect(issue.stored).toBe('{"v":1,"links":["TEST-1 +1767225600000 youtrack jane -2 youtrack jane"]}');
    expect(issue.flag).toBe(true);
  });

  test('makes one anew that a removal may yet take with it, and no second time', () => {
    const question = { issueKey: 'TEST-1', wish: 'gone', since: 5, attempts: 0, nextAt: 6 };
    const asks = { by: 'tracker-bot', via: 'tracker', isReport: true };
    const stored = '{"v":1,"links":["TEST-1 +1 youtrack вася"]}';
    const issue = fakeEntity({ key: 'DEMO-1', stored });
    issue.owed = JSON.stringify({ v: 1, owed: [{ ...question, asks }] });
    const host = fakeScope([issue]);
    expect(createLinks(host, request())).toMatchObject({ value: { body: { linked: ['DEMO-1'] } } });
    expect(issue.stored).toBe('{"v":1,"links":["TEST-1 +1767225600000 youtrack jane"]}');
    expect(createLinks(host, request())).toMatchObject({ value: { body: { alreadyLinked: ['DEMO-1'] } } });
  });

  test('names the side that made them', () => {
    const issue = fakeEntity({ key: 'DEMO-1' });
    createLinks(fakeScope([issue], { caller: fakeAccount('Tracker-Bot') }), request());
    expect(issue.stored).toContain(' tracker Tracker-Bot');
  });

  test('is looked after in one chain for all objects', () => {
    const entities = ['DEMO-1', 'DEMO-2'].map((key) => fakeEntity({ key }));
    const host = fakeHost(entities);
    createLinks(host, request('DEMO-1', 'DEMO-2'));
    expect(host.scheduled).toHaveLength(1);
    expect(host.scheduled[0]).toMatchObject({ name: 'settleLinks', delayMs: 900 });
  });

  test.each([
    ['an unknown object', [fakeEntity({ key: 'DEMO-1' })], 'not_found', ['entityIds[1]']],
    [
      'a hidden object',
      [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', isVisible: false })],
      'not_found',
      ['entityIds[1]'],
    ],
    [
      'an object one may only see',
      [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', mayChangeLinks: false })],
      'forbidden',
      ['entityIds[1]'],
    ],
    [
      'unreadable links',
      [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', stored: '{oops' })],
      'unreadable_links',
      ['entityIds[1]'],
    ],
    [
      'links of a newer version',
      [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', stored: '{"v":2}' })],
      'newer_links',
      ['entityIds[1]'],
    ],
    [
      'an object that is full',
      [fakeEntity({ key: 'DEMO-1' }), full('DEMO-2')],
      'too_many_links',
      ['entityIds[1]'],
    ],
  ])('writes nothing at all when it meets %s', (_, entities, reason, fields) => {
    const host = fakeHost(entities);
    const answer = createLinks(host, request('DEMO-1', 'DEMO-2'));
    expect(answer).toMatchObject({
      ok: false,
      problem: { reason, problems: fields.map((field) => ({ field })) },
    });
    expect(entities.map(({ writes }) => writes)).toEqual(entities.map(() => 0));
    expect(host.scheduled).toEqual([]);
  });

  test('refuses what is unknown before what is forbidden, and that before what is unreadable', () => {
    const forbidden = fakeEntity({ key: 'DEMO-1', mayChangeLinks: false, stored: 'oops' });
    const unreadable = full('DEMO-2', { stored: 'oops' });
    expect(createLinks(fakeHost([forbidden]), request('DEMO-1', 'DEMO-9'))).toMatchObject({
      problem: { reason: 'not_found' },
    });
    expect(createLinks(fakeHost([forbidden, unreadable]), request('DEMO-2', 'DEMO-1'))).toMatchObject({
      problem: { reason: 'forbidden' },
    });
  });

  test('tells all unknown objects at once', () => {
    expect(createLinks(fakeHost([]), request('DEMO-1', 'DEMO-2', 'jane'))).toMatchObject({
      problem: {
        problems: [{ field: 'entityIds[0]' }, { field: 'entityIds[1]' }, { field: 'entityIds[2]' }],
      },
    });
  });

  test('on a full object still finds a link that is there', () => {
    const issue = full('DEMO-1');
    expect(createLinks(fakeScope([issue]), { issueKey: 'FULL-7', entityIds: undefined })).toMatchObject({
      value: { body: { alreadyLinked: ['DEMO-1'] } },
    });
  });
});

describe('creating links in the scope of an object', () => {
  const issue = () => fakeEntity({ key: 'DEMO-1', projectKey: 'DEMO', formerKeys: ['OLD-7'] });

  test.each([['DEMO-1'], ['demo-1'], ['OLD-7']])('may name it as %s', (written) => {
    expect(createLinks(fakeScope([issue()]), request(written))).toMatchObject({
      value: { body: { linked: ['DEMO-1'] } },
    });
  });

  test('is malformed for any other object, whether or not it exists', () => {
    const visible = createLinks(
      fakeScope([issue(), fakeEntity({ key: 'DEMO-2' })]),
      request('DEMO-1', 'DEMO-2'),
    );
    const nowhere = createLinks(fakeScope([issue()]), request('DEMO-1', 'DEMO-2'));
    expect(visible).toMatchObject({
      problem: { reason: 'malformed', problems: [{ field: 'entityIds[1]' }] },
    });
    expect(visible).toEqual(nowhere);
  });

  test('that may not be seen finds nothing', () => {
    const hidden = fakeEntity({ key: 'DEMO-1', isVisible: false });
    expect(createLinks(fakeScope([hidden]), request())).toMatchObject({ problem: { reason: 'not_found' } });
  });
});

describe('creating links in the scope of a project', () => {
  function scope() {
    return fakeScope([
      fakeEntity({ kind: 'project', key: 'DEMO', projectKey: 'DEMO' }),
      fakeEntity({ key: 'DEMO-1', projectKey: 'DEMO' }),
      fakeEntity({ kind: 'article', key: 'DEMO-A-1', projectKey: 'DEMO' }),
      fakeEntity({ key: 'DEMO-2', projectKey: 'DEMO', mayChangeLinks: false }),
      fakeEntity({ key: 'DEMO-3', projectKey: 'DEMO', isVisible: false }),
      fakeEntity({ key: 'OTHER-1', projectKey: 'OTHER' }),
      fakeEntity({ kind: 'user', key: 'jane' }),
    ]);
  }

  test('may name the project, its issues and its articles', () => {
    expect(createLinks(scope(), request('DEMO-1', 'DEMO', 'DEMO-A-1'))).toMatchObject({
      value: { body: { linked: ['DEMO-1', 'DEMO', 'DEMO-A-1'] } },
    });
  });

  test('means the project when nothing is named', () => {
    expect(createLinks(scope(), request())).toMatchObject({ value: { body: { linked: ['DEMO'] } } });
  });

  test.each([
    ['OTHER-1', 'malformed'],
    ['jane', 'malformed'],
    ['DEMO-3', 'not_found'],
    ['NOWHERE-1', 'not_found'],
    ['DEMO-2', 'forbidden'],
  ])('refuses %s as %s', (written, reason) => {
    expect(createLinks(scope(), request('DEMO-1', written))).toMatchObject({ problem: { reason } });
  });
});

describe('creating links to several Tracker issues at once', () => {
  const several = (...issueKeys: string[]) => ({ issueKeys, entityIds: undefined });

  test('makes all of them, each answered for itself and all in one write and one chain', () => {
    const issue = fakeEntity({ key: 'DEMO-1', stored: '{"v":1,"links":["TEST-2 +1 tracker вася"]}' });
    const host = fakeScope([issue]);
    expect(createOwnLinks(host, several('TEST-3', 'TEST-2', 'TEST-1'))).toEqual({
      ok: true,
      value: {
        status: 200,
        body: {
          created: [
            { issueKey: 'TEST-3', linked: ['DEMO-1'], alreadyLinked: [] },
            { issueKey: 'TEST-2', linked: [], alreadyLinked: ['DEMO-1'] },
            { issueKey: 'TEST-1', linked: ['DEMO-1'], alreadyLinked: [] },
          ],
        },
      },
    });
    expect(issue.stored).toBe(
      '{"v":1,"links":["TEST-1 +1767225600000 youtrack jane","TEST-2 +1 tracker вася","TEST-3 +1767225600000 youtrack jane"]}',
    );
    expect([issue.writes, host.scheduled.length]).toEqual([1, 1]);
  });

  test('answers as everywhere where only one is named', () => {
    expect(createOwnLinks(fakeScope([fakeEntity({ key: 'DEMO-1' })]), request())).toMatchObject({
      value: { body: { issueKey: 'TEST-1', linked: ['DEMO-1'], alreadyLinked: [] } },
    });
  });

  test('makes as many as there is room for, and none where one is too many', () => {
    const room = (issueKeys: string[]) => {
      const issue = full('DEMO-1');
      issue.stored = issue.stored?.replace('"FULL-1 +1 youtrack jane",', '');
      const result = createOwnLinks(fakeScope([issue]), several(...issueKeys));
      return { ok: result.ok, writes: issue.writes };
    };
    expect(room(['TEST-1'])).toEqual({ ok: true, writes: 1 });
    expect(room(['TEST-1', 'FULL-2'])).toEqual({ ok: true, writes: 1 });
    expect(room(['TEST-1', 'TEST-2'])).toEqual({ ok: false, writes: 0 });
  });

  test('is refused as a whole, and the object is named once', () => {
    const answer = createOwnLinks(fakeScope([full('DEMO-1')]), several('TEST-1', 'TEST-2'));
    expect(answer).toEqual({
      ok: false,
      problem: {
        reason: 'too_many_links',
        problems: [{ field: 'key', expected: 'an object with fewer than 1000 links', received: '"DEMO-1"' }],
      },
    });
  });
});

describe('an object that had as many links as it can hold', () => {
  test('takes another one as soon as one of them is removed', () => {
    const issue = full('DEMO-1');
    issue.stored = issue.stored?.replace(
      '"FULL-1 +1 youtrack jane"',
      '"FULL-1 +1 youtrack jane -2 tracker вася"',
    );
    expect(createLinks(fakeScope([issue]), request())).toMatchObject({
      value: { body: { linked: ['DEMO-1'] } },
    });
  });

  test('is named once, however often and by whichever keys it is', () => {
    const host = fakeHost([full('DEMO-1', { formerKeys: ['OLD-7'] })]);
    expect(createLinks(host, request('OLD-7', 'DEMO-1'))).toMatchObject({
      problem: { reason: 'too_many_links', problems: [{ field: 'entityIds[0]' }] },
    });
  });
});

describe('an object whose recent removals leave no room', () => {
  const at = 1_767_225_600_000;

  /** Removals of the widest kind: each takes some 1,560 bytes. */
  function crowded(key: string, count: number): FakeEntity {
    const removed = { at, by: '\u0001'.repeat(255), via: 'youtrack' } as const;
    const links = Array.from({ length: count }, (_, index) => [`GONE-${index + 1}`, { removed }] as const);
    return fakeEntity({ key, stored: encodeLinks(new Map(links)) });
  }

  test('takes no new link, says why once, and nothing is written', () => {
    const entities = [fakeEntity({ key: 'DEMO-1' }), crowded('DEMO-2', 1_700)];
    const answer = createLinks(fakeHost(entities), request('DEMO-1', 'DEMO-2'));
    expect(answer).toEqual({
      ok: false,
      problem: {
        reason: 'no_room',
        problems: [
          {
            field: 'entityIds[1]',
            expected: 'an object whose links leave room for one more change',
            received: '"DEMO-2"',
          },
        ],
      },
    });
    expect(entities.map(({ writes }) => writes)).toEqual([0, 0]);
  });
});
