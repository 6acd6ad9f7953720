import { createTellStep } from '../../../src/mirroring/create-tell-step.ts';
import { createListKeys } from '../../../src/mirroring/list-keys.ts';
import { tellTracker } from '../../../src/mirroring/tell-tracker.ts';
import type { ScheduledCall } from '../../../src/ports/scheduled-call.ts';
import type { Tracker } from '../../../src/ports/tracker.ts';
import type { Host, OwnHost, Settings } from '../../../src/ports/youtrack.ts';
import { settleLinks } from '../../../src/writing/settle-links.ts';
import { type FakeEntity, fakeAccount, fakeHost, settings } from '../../support/fake-host.ts';
import { articleOrigin, type FakeTracker, fakeTracker, issueOrigin } from './fake-tracker.ts';

/** When the clock of a pair begins. */
export const startMs = 1_767_225_600_000;

/** Settings with which issues and articles are mirrored, and nothing else. */
export const mirrored: Settings = {
  ...settings,
  mirroring: {
    isConnected: true,
    applications: { issue: issueOrigin, article: articleOrigin },
    detailsFor: 'readers',
  },
};

/** What an operation of either side needs of YouTrack. */
export type PairHost = OwnHost & { openTracker(): Tracker | undefined };

/** YouTrack and Tracker in memory, on one clock that is put forward by hand. */
export interface Pair {
  readonly tracker: FakeTracker;
  /** As jane at the address of the first object, or as somebody else, or of another one. */
  host(changes?: Partial<PairHost>): PairHost;
  /** What is scheduled, with the moment when it is due. */
  readonly queue: (ScheduledCall & { readonly dueAt: number })[];
  now(): number;
  /** Puts the clock forward and runs what comes due, in its order; each call in an execution of its own. */
  advance(ms: number): void;
  /** Puts the clock forward and has nothing run. */
  wait(ms: number): void;
}

export interface PairOptions {
  readonly issues?: readonly string[];
  readonly settings?: Settings;
  /** The settings connect to Tracker no longer. */
  readonly isUnconnected?: boolean;
}

export function openPair(
  entities: readonly [FakeEntity, ...FakeEntity[]],
  { issues = ['TEST-1', 'TEST-2', 'TEST-3'], settings: rules = mirrored, isUnconnected }: PairOptions = {},
): Pair {
  const tracker = fakeTracker(issues);
  const queue: Pair['queue'] = [];
  let now = startMs;
  const openTracker = () => (isUnconnected ? undefined : tracker);
  const base: Host = fakeHost(entities, {
    settings: rules,
    clock: { now: () => now, random: () => 0 },
    schedule(call) {
      if (!Number.isInteger(call.delayMs)) throw new Error(`${call.name} cannot come in ${call.delayMs} ms`);
      queue.push({ ...call, dueAt: now + call.delayMs });
    },
  });
  const host: Pair['host'] = (changes = {}) => ({ ...base, own: entities[0], openTracker, ...changes });

  function run({ name, state }: ScheduledCall): void {
    if (name === 'tellTracker') tellTracker(base, state, openTracker());
    else settleLinks(base, state, () => createTellStep(base, openTracker()), createListKeys(openTracker()));
  }

  return {
    tracker,
    host,
    queue,
    now: () => now,
    advance(ms) {
      const end = now + ms;
      for (;;) {
        queue.sort((one, other) => one.dueAt - other.dueAt);
        const [next] = queue;
        if (next === undefined || next.dueAt > end) break;
        queue.shift();
        now = Math.max(now, next.dueAt);
        run(next);
      }
      now = end;
    },
    wait(ms) {
      now += ms;
    },
  };
}

/** The account that Tracker calls with. */
export const asTracker = { caller: fakeAccount('tracker-bot') };

/** What an object owes Tracker, as it is stored. */
export function owedOf({ owed }: FakeEntity): readonly Readonly<Record<string, unknown>>[] {
  return owed === undefined ? [] : JSON.parse(owed).owed;
}

/** `{"v":1,"owed":[…]}` */
export function storeOwed(entries: readonly object[]): string {
  return JSON.stringify({ v: 1, owed: entries });
}

/** Links as they are stored: `TEST-1` was made by jane before the clock began, `-TEST-2` was removed by her then. */
export function storeLinks(...issueKeys: readonly string[]): string {
  const links = issueKeys.map((one) =>
    one.startsWith('-')
      ? `${one.slice(1)} +1767000000000 youtrack jane -1767100000000 youtrack jane`
      : `${one} +1767000000000 youtrack jane`,
  );
  return JSON.stringify({ v: 1, links });
}
