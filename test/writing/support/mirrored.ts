import type { LinkChange } from '../../../src/links/change-link.ts';
import type { Settings } from '../../../src/ports/youtrack.ts';
import { settings } from '../../support/fake-host.ts';

/** The instant at which the clock of a fake host stands. */
export const start = 1_767_225_600_000;

/** Settings of a company that mirrors links of issues, and of nothing else. */
export const mirrored: Settings = {
  ...settings,
  mirroring: { ...settings.mirroring, isConnected: true, applications: { issue: 'ru.example.issue' } },
};

export interface ChangeOptions {
  readonly issueKey?: string;
  readonly wish?: LinkChange['wish'];
  readonly at?: number;
  readonly by?: string;
  readonly via?: 'youtrack' | 'tracker';
  readonly isEffective?: boolean;
}

/** A change of the link to TEST-1 by вася, as an operation decides it. */
export function changeOf({
  issueKey = 'TEST-1',
  wish = 'live',
  at = start,
  by = 'вася',
  via = 'youtrack',
  isEffective = true,
}: ChangeOptions = {}): LinkChange {
  const stamp = { at, by, via };
  const record = wish === 'live' ? { added: stamp } : { removed: stamp };
  return { issueKey, wish, stamp, record, isEffective };
}

/** What is stored on an object with these links, such as `TEST-1 +1 youtrack вася`. */
export function storedLinks(...links: readonly string[]): string {
  return JSON.stringify({ v: 1, links });
}

/** What is stored on an object for which these entries are noted; each is owed from `start` on, unless it says otherwise. */
export function storedOwed(...entries: readonly object[]): string {
  const usual = { issueKey: 'TEST-1', wish: 'live', since: start, attempts: 0 };
  return JSON.stringify({ v: 1, owed: entries.map((entry) => ({ ...usual, ...entry })) });
}
