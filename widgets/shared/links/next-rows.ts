import type { LinkView } from '../../../src/protocol/answers.ts';
import { type Row, type RowStep, toRow } from './row.ts';

export type RowsEvent =
  | { readonly type: 'loaded'; readonly links: readonly LinkView[] }
  | { readonly type: 'add-started'; readonly rows: readonly Pick<Row, 'issueKey' | 'url'>[] }
  | {
      readonly type: 'added';
      readonly issueKeys: readonly string[];
      readonly added: NonNullable<Row['added']>;
    }
  | { readonly type: 'moved'; readonly issueKeys: readonly string[]; readonly step: RowStep }
  | { readonly type: 'dismissed'; readonly issueKey: string };

/** The event that links to issues of a Tracker at that address are about to be added. */
export function toAddStarted(issueKeys: readonly string[], trackerUrl: string): RowsEvent {
  return {
    type: 'add-started',
    rows: issueKeys.map((issueKey) => ({ issueKey, url: `${trackerUrl}/${issueKey}` })),
  };
}

/** The rows after `event`. Rows never jump: new ones come on top, all others keep their place. */
export function nextRows(rows: readonly Row[], event: RowsEvent): readonly Row[] {
  switch (event.type) {
    case 'loaded':
      return mergeLoaded(rows, event.links);
    case 'add-started':
      return startAdding(rows, event.rows);
    case 'added':
      return change(rows, event.issueKeys, { added: event.added, step: { name: 'saved' } });
    case 'moved':
      return change(rows, event.issueKeys, { step: event.step });
    case 'dismissed':
      return rows.filter(({ issueKey }) => issueKey !== event.issueKey);
  }
}

function change(rows: readonly Row[], issueKeys: readonly string[], changes: Partial<Row>): readonly Row[] {
  const changed = new Set(issueKeys);
  return rows.map((row) => (changed.has(row.issueKey) ? { ...row, ...changes } : row));
}

function startAdding(rows: readonly Row[], adding: readonly Pick<Row, 'issueKey' | 'url'>[]): readonly Row[] {
  const step = { name: 'adding' } as const;
  const keys = new Set(adding.map(({ issueKey }) => issueKey));
  const known = new Set(rows.map(({ issueKey }) => issueKey));
  const fresh = adding.filter(({ issueKey }) => !known.has(issueKey)).map((row) => ({ ...row, step }));
  return [...fresh, ...rows.map((row) => (keys.has(row.issueKey) ? { ...row, step } : row))];
}

/** The server's word wins for every row that nothing is happening to. */
function mergeLoaded(rows: readonly Row[], links: readonly LinkView[]): readonly Row[] {
  const listed = new Map(links.map((link) => [link.issueKey, toRow(link)]));
  const kept = rows.flatMap((row) => mergeRow(row, listed.get(row.issueKey)) ?? []);
  const known = new Set(rows.map(({ issueKey }) => issueKey));
  return [...[...listed.values()].filter(({ issueKey }) => !known.has(issueKey)), ...kept];
}

/** A row just removed stays, for its undo, until the server says that the link is back. */
function mergeRow(row: Row, fromServer: Row | undefined): Row | undefined {
  switch (row.step.name) {
    case 'saved':
      return isUnchanged(row, fromServer) ? row : fromServer;
    case 'removed':
      return fromServer ?? row;
    case 'removal-scheduled':
      return fromServer === undefined ? { ...row, step: { name: 'removed' } } : row;
    default:
      return row;
  }
}

/** Keeping the row object as it is spares drawing it again. */
function isUnchanged({ url, added, mirror }: Row, fromServer: Row | undefined): boolean {
  if (fromServer?.added === undefined || added === undefined) return false;
  const { at, by, via } = fromServer.added;
  return (
    JSON.stringify(mirror) === JSON.stringify(fromServer.mirror) &&
    url === fromServer.url &&
    added.at.getTime() === at.getTime() &&
    added.by === by &&
    added.via === via
  );
}
