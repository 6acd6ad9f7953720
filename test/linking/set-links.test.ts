import { describe, expect, test } from '@jest/globals';
import { createLinks } from '../../src/linking/create-links.ts';
import { setLinks } from '../../src/linking/set-links.ts';
import { decodeLinks } from '../../src/links/link-codec.ts';
import { liveLinks } from '../../src/links/link-set.ts';
import { settleLinks } from '../../src/writing/settle-links.ts';
import { type FakeEntity, fakeAccount, fakeEntity, fakeHost } from '../support/fake-host.ts';
import { idsOf } from '../support/keys.ts';

const start = 1_767_225_600_000;

function at(now: number) {
  return { clock: { now: () => now, random: () => 0.5 } };
}

function set(entities: readonly FakeEntity[], keys: readonly string[], now = start) {
  const host = fakeHost(entities, at(now));
  const result = setLinks(host, { issueKey: 'TEST-1', entityIds: idsOf(...keys), kind: undefined });
  return { result, state: host.scheduled[0]?.state ?? '' };
}

/** The keys of the objects that are linked. */
function linked(entities: readonly FakeEntity[]): string[] {
  return entities.flatMap(({ key, stored }) => {
    const links = decodeLinks(stored);
    return links.ok && liveLinks(links.value).length > 0 ? [key] : [];
  });
}

function look(entities: readonly FakeEntity[], state: string, now: number): string | undefined {
  const host = fakeHost(entities, at(now));
  settleLinks(host, state);
  return host.scheduled[0]?.state;
}

function world(): FakeEntity[] {
  return [
    fakeEntity({ key: 'DEMO-1' }),
    fakeEntity({ key: 'DEMO-2' }),
    fakeEntity({ kind: 'user', key: 'вася' }),
  ];
}

describe('setting links', () => {
  test('is looked after in one chain, additions and removals alike', () => {
    const entities = world();
    set(entities, ['DEMO-1', 'user:вася']);
    const { result, state } = set(entities, ['DEMO-2', 'user:вася'], start + 10);
    expect(result).toMatchObject({
      value: { body: { linked: ['DEMO-2'], alreadyLinked: ['вася'], removed: ['DEMO-1'] } },
    });
    // A transaction that began before and ends after it replaces all of it.
    for (const entity of entities) entity.stored = undefined;
    createLinks(fakeHost(entities, at(start)), { issueKey: 'TEST-1', entityIds: idsOf('DEMO-1') });
    look(entities, state, start + 1_000);
    expect(linked(entities)).toEqual(['DEMO-2', 'вася']);
  });

  test('makes a link anew that a removal may yet take with it', () => {
    const asks = { by: 'вася', via: 'youtrack' };
    const question = { issueKey: 'NEWQ-1', wish: 'gone', since: start + 5, attempts: 0, nextAt: 6, asks };
    const issue = fakeEntity({ key: 'DEMO-1', stored: '{"v":1,"links":["TEST-1 +1 youtrack вася"]}' });
    issue.owed = JSON.stringify({ v: 1, owed: [question] });
    expect(set([issue], ['DEMO-1']).result).toMatchObject({ value: { body: { linked: ['DEMO-1'] } } });
    expect(issue.stored).toBe(`{"v":1,"links":["TEST-1 +${start + 6} youtrack jane"]}`);
  });

  test('takes away a link that an older transaction brings afterwards, and looks after that', () => {
    const entities = world();
    const { state } = set(entities, ['DEMO-1'], start + 10);
    createLinks(fakeHost(entities, at(start)), { issueKey: 'TEST-1', entityIds: idsOf('DEMO-2') });
    expect(linked(entities)).toEqual(['DEMO-1', 'DEMO-2']);
    const next = look(entities, state, start + 1_000);
    expect(linked(entities)).toEqual(['DEMO-1']);
    expect(JSON.parse(next ?? '')).toMatchObject({ entities: [{ key: 'DEMO-1' }, { key: 'DEMO-2' }] });
  });

  test('leaves alone a link that is made after it, and one of the other side', () => {
    const entities = world();
    const { state } = set(entities, [], start + 10);
    createLinks(fakeHost(entities, at(start + 20)), { issueKey: 'TEST-1', entityIds: idsOf('DEMO-1') });
    const tracker = { ...at(start), caller: fakeAccount('tracker-bot') };
    createLinks(fakeHost(entities, tracker), { issueKey: 'TEST-1', entityIds: idsOf('DEMO-2') });
    look(entities, state, start + 1_000);
    expect(linked(entities)).toEqual(['DEMO-1', 'DEMO-2']);
  });

  test('to different objects at once ends as the later one wished, whichever looks first', () => {
    for (const order of [0, 1]) {
      const entities = world();
      const states = [
        set([entities[0] ?? fail(), fakeEntity({ key: 'DEMO-2' })], ['DEMO-1'], start).state,
        set([fakeEntity({ key: 'DEMO-1' }), entities[1] ?? fail()], ['DEMO-2'], start + 1).state,
      ];
      expect(linked(entities)).toEqual(['DEMO-1', 'DEMO-2']);
      for (const state of order === 0 ? states : states.reverse()) look(entities, state, start + 1_000);
      expect(linked(entities)).toEqual(['DEMO-2']);
    }
  });

  test('goes on looking where nothing was to be done yet', () => {
    const entities = world();
    const { state } = set(entities, [], start);
    expect(look(entities, state, start + 1_000)).toBeDefined();
  });

  test('does not take a moved object for another one', () => {
    const { state } = set([fakeEntity({ key: 'DEMO-1' })], ['DEMO-1'], start + 10);
    const moved = fakeEntity({
      key: 'OPS-5',
      formerKeys: ['DEMO-1'],
      stored: `{"v":1,"links":["TEST-1 +${start} youtrack jane"]}`,
    });
    moved.flag = true;
    look([moved], state, start + 1_000);
    expect(linked([moved])).toEqual(['OPS-5']);
  });
});

const own = `{"v":1,"links":["TEST-1 +${start} youtrack jane"]}`;
const full = `{"v":1,"links":[${Array.from({ length: 1_000 }, (_, index) => `"FULL-${index + 1} +1 youtrack jane"`)}]}`;

function linkedEntity(key: string, changes: object = {}): FakeEntity {
  const entity = fakeEntity({ key, stored: own, ...changes });
  entity.flag = true;
  return entity;
}

describe('setting links is refused as a whole', () => {
  test.each([
    {
      what: 'one named that is nowhere',
      entities: [fakeEntity({ key: 'DEMO-1' })],
      reason: 'not_found',
      problem: { field: 'entityIds[1]' },
    },
    {
      what: 'one named that may not be changed',
      entities: [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', mayChangeLinks: false })],
      reason: 'forbidden',
      problem: { field: 'entityIds[1]', received: '"DEMO-2"' },
    },
    {
      what: 'one whose link would be removed and may not be',
      entities: [
        fakeEntity({ key: 'DEMO-1' }),
        fakeEntity({ key: 'DEMO-2' }),
        linkedEntity('DEMO-3', { mayChangeLinks: false }),
      ],
      reason: 'forbidden',
      problem: { field: 'entityIds', received: '"DEMO-3"' },
    },
    {
      what: 'links that cannot be read',
      entities: [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', stored: '[]' })],
      reason: 'unreadable_links',
      problem: { field: 'entityIds[1]' },
    },
    {
      what: 'one that has as many links as it can hold',
      entities: [fakeEntity({ key: 'DEMO-1' }), fakeEntity({ key: 'DEMO-2', stored: full })],
      reason: 'too_many_links',
      problem: { field: 'entityIds[1]' },
    },
  ])('for $what', ({ entities, reason, problem }) => {
    const host = fakeHost(entities, at(start + 10));
    const answer = setLinks(host, {
      issueKey: 'TEST-1',
      entityIds: idsOf('DEMO-1', 'DEMO-2'),
      kind: undefined,
    });
    expect(answer).toMatchObject({ ok: false, problem: { reason, problems: [problem] } });
    expect(entities.map(({ writes }) => writes)).toEqual(entities.map(() => 0));
    expect(host.scheduled).toEqual([]);
  });
});

describe('the links that are set', () => {
  test('need no rights for what is linked already, and leave what the caller does not see or the other side made', () => {
    const entities = [
      linkedEntity('DEMO-1', { mayChangeLinks: false }),
      linkedEntity('DEMO-2', { isVisible: false }),
      linkedEntity('DEMO-3', { stored: own.replace('youtrack', 'tracker'), mayChangeLinks: false }),
    ];
    expect(set(entities, ['DEMO-1'], start + 10).result).toEqual({
      ok: true,
      value: {
        status: 200,
        body: { issueKey: 'TEST-1', linked: [], alreadyLinked: ['DEMO-1'], removed: [] },
      },
    });
    expect(linked(entities)).toEqual(['DEMO-1', 'DEMO-2', 'DEMO-3']);
  });

  test('of one kind leave the others alone', () => {
    const entities = [linkedEntity('DEMO-1'), linkedEntity('вася', { kind: 'user' })];
    const host = fakeHost(entities, at(start + 10));
    const answer = setLinks(host, { issueKey: 'TEST-1', entityIds: [], kind: 'issue' });
    expect(answer).toMatchObject({ value: { body: { linked: [], removed: ['DEMO-1'] } } });
    expect(linked(entities)).toEqual(['вася']);
  });
});

function fail(): never {
  throw new Error('the world has no such object');
}
