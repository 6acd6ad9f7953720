import { describe, expect, test } from '@jest/globals';
import type { LinkView } from '../../../src/protocol/answers.ts';
import { nextRows } from '../../../widgets/shared/links/next-rows.ts';
import { type Row, type RowStep, toRow } from '../../../widgets/shared/links/row.ts';

const failure = { kind: 'forbidden', fields: [] } as const;

function link(issueKey: string): LinkView {
  return {
    issueKey,
    url: `https://tracker.yandex.ru/${issueKey}`,
    addedAt: '2026-01-31T09:15:00.000Z',
    addedBy: 'jane',
    via: 'youtrack',
  };
}

function row(issueKey: string, step: RowStep = { name: 'saved' }): Row {
  return { ...toRow(link(issueKey)), step };
}

function outline(rows: readonly Row[]): string[] {
  return rows.map(({ issueKey, step }) => `${issueKey} ${step.name}`);
}

describe('rows while people work', () => {
  test('new links come on top, in the order entered', () => {
    const adding = [link('NEW-1'), link('NEW-2')];
    const rows = nextRows([row('TEST-1')], { type: 'add-started', rows: adding });
    expect(outline(rows)).toEqual(['NEW-1 adding', 'NEW-2 adding', 'TEST-1 saved']);
  });

  test('a removed link that is added again keeps its place', () => {
    const rows = [row('TEST-1'), row('TEST-2', { name: 'removed' }), row('TEST-3')];
    const after = nextRows(rows, { type: 'add-started', rows: [link('TEST-2')] });
    expect(outline(after)).toEqual(['TEST-1 saved', 'TEST-2 adding', 'TEST-3 saved']);
  });

  test('a row that was let go disappears', () => {
    const rows = [row('TEST-1', { name: 'add-failed', failure }), row('TEST-2')];
    expect(outline(nextRows(rows, { type: 'dismissed', issueKey: 'TEST-1' }))).toEqual(['TEST-2 saved']);
  });
});

describe("rows when the server's word comes in", () => {
  test('links that others added come in, links that others removed go', () => {
    const rows = nextRows([row('TEST-1'), row('TEST-2')], {
      type: 'loaded',
      links: [link('TEST-3'), link('TEST-2')],
    });
    expect(outline(rows)).toEqual(['TEST-3 saved', 'TEST-2 saved']);
  });

  test('a row that has not changed is the same object, and is not drawn again', () => {
    const before = row('TEST-1');
    const [same] = nextRows([before], { type: 'loaded', links: [link('TEST-1')] });
    const [other] = nextRows([before], { type: 'loaded', links: [{ ...link('TEST-1'), addedBy: 'ivan' }] });
    expect(same).toBe(before);
    expect(other).not.toBe(before);
    expect(other?.added?.by).toBe('ivan');
  });

  test.each<[RowStep['name'], string]>([
    ['adding', 'TEST-1 adding'],
    ['removing', 'TEST-1 removing'],
  ])('a row that is %s stays as it is', (name, expected) => {
    const before = [row('TEST-1', { name } as RowStep)];
    expect(outline(nextRows(before, { type: 'loaded', links: [] }))).toEqual([expected]);
  });

  test('a removed row waits for its undo', () => {
    const before = [row('TEST-1', { name: 'removed' })];
    expect(outline(nextRows(before, { type: 'loaded', links: [] }))).toEqual(['TEST-1 removed']);
  });

  test('a removed link that somebody added again is back', () => {
    const before = [row('TEST-1', { name: 'removed' })];
    expect(outline(nextRows(before, { type: 'loaded', links: [link('TEST-1')] }))).toEqual(['TEST-1 saved']);
  });

  test('a scheduled removal is done once the server no longer lists the link, not before', () => {
    const before = [row('TEST-1', { name: 'removal-scheduled' })];
    expect(outline(nextRows(before, { type: 'loaded', links: [link('TEST-1')] }))).toEqual([
      'TEST-1 removal-scheduled',
    ]);
    expect(outline(nextRows(before, { type: 'loaded', links: [] }))).toEqual(['TEST-1 removed']);
  });
});
