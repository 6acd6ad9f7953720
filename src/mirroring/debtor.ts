import { isInQuestion } from '../links/is-in-question.ts';
import {
  listOwing,
  nameOwed,
  type OwedEntry,
  type OwedSet,
  withOwed,
  withoutOldEchoes,
  withoutOwed,
} from '../links/owed-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { KeyReading } from '../protocol/entity-key.ts';
import { readLinks } from '../writing/read-links.ts';
import { readOwed, writeOwed } from '../writing/read-owed.ts';
import type { TellState } from '../writing/tell-state.ts';
import { hearReport } from './hear-report.ts';

/** An object that owes, and what it owes as one call of a chain goes on. */
export interface Debtor {
  readonly entity: Entity;
  readonly listOwed: () => readonly OwedEntry[];
  /** What Tracker is to be asked of it. */
  readonly listQuestions: () => readonly OwedEntry[];
  /** Whether Tracker is to be asked before it may be told of a link. */
  readonly isHeldBack: (issueKey: string) => boolean;
  /** What is written down of a link, though nothing may be owed for it. */
  readonly find: (name: string) => OwedEntry | undefined;
  /** Keys under which it is written down, and committed, that we take remote links of a link away. */
  readonly listAnnounced: (name: string) => readonly string[];
  readonly replace: (name: string, entry: OwedEntry | undefined) => void;
  /** Writes what has become of it, if anything has. */
  readonly save: (now: number) => void;
}

/** The objects a chain is about, and those whose links it is to look at again. What cannot be read is left alone. */
export function openDebtors(
  host: Pick<Host, 'clock' | 'findEntity' | 'listFlagged'>,
  { of: readings, owed: carried, heard, checks }: TellState,
): readonly Debtor[] {
  const checked = checks.map(({ object }) => object);
  const meant = readings === undefined ? host.listFlagged('owesTracker', true) : findAll(host, readings);
  const entities = [...meant, ...findAll(host, checked)];
  const debtors = new Map<string, Debtor>();
  for (const entity of entities) {
    const name = `${entity.kind} ${entity.key}`;
    const stored = readOwed(entity);
    if (!stored.ok || debtors.has(name)) continue;
    const isFirst = readings !== undefined && debtors.size === 0;
    // Another transaction may have undone that it was written down.
    const known: OwedSet = isFirst ? new Map([...carried, ...stored.value]) : stored.value;
    const isHearing = isFirst && heard !== undefined;
    const owed = isHearing ? hearReport(host.clock, { entity, owed: known, heard }) : known;
    debtors.set(name, openDebtor(entity, stored.value, owed));
  }
  return [...debtors.values()];
}

function findAll(host: Pick<Host, 'findEntity'>, readings: readonly KeyReading[]): readonly Entity[] {
  return readings.flatMap((reading) => host.findEntity(reading) ?? []);
}

function openDebtor(entity: Entity, stored: OwedSet, now: OwedSet): Debtor {
  let owed = now;
  return {
    entity,
    listOwed: () => listOwing(owed).filter(({ asks }) => asks === undefined),
    listQuestions: () => listOwing(owed).filter(({ asks }) => asks !== undefined),
    isHeldBack(issueKey) {
      const hasQuestions = listOwing(owed).some(({ asks }) => asks !== undefined);
      const links = hasQuestions ? readLinks(entity) : undefined;
      return links?.ok === true && isInQuestion(owed, links.value, issueKey);
    },
    find: (name) => owed.get(name),
    listAnnounced: (name) => stored.get(name)?.echoes ?? [],
    replace(name, entry) {
      owed = entry === undefined ? withoutOwed(owed, name) : withOwed(owed, entry);
    },
    save(atMs) {
      if (!isSame(owed, stored)) writeOwed(entity, withoutOldEchoes(owed, atMs));
    },
  };
}

function isSame(one: OwedSet, other: OwedSet): boolean {
  return one.size === other.size && [...one].every(([name, entry]) => other.get(name) === entry);
}

/** Of what a chain carries along, that which is still owed, and what is asked because Tracker has reported it. */
export function leftOf({ owed }: TellState, [first]: readonly Debtor[]): OwedSet {
  const left = new Set(first?.listOwed().map(nameOwed));
  const reports = first?.listQuestions().filter(({ asks }) => asks?.isReport) ?? [];
  const asked = reports.map((question) => [nameOwed(question), question] as const);
  return new Map([...[...owed].filter(([name]) => left.has(name)), ...asked]);
}
