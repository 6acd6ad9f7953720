import { createTellStep } from '../../../src/mirroring/create-tell-step.ts';
import { sweepOwed } from '../../../src/mirroring/sweep-owed.ts';
import { tellTracker } from '../../../src/mirroring/tell-tracker.ts';
import type { ScheduledCall } from '../../../src/ports/scheduled-call.ts';
import type { NodeMemory, Tracker } from '../../../src/ports/tracker.ts';
import type { Entity, Host, Store } from '../../../src/ports/youtrack.ts';
import { succeed } from '../../../src/result.ts';
import { settleLinks } from '../../../src/writing/settle-links.ts';
import { fakeAccount, fakeHost, fakeProject, settings } from '../../support/fake-host.ts';

type Values = Parameters<Store['write']>[0];

export interface ObjectsOptions {
  readonly keys: readonly string[];
  readonly random: () => number;
  readonly tracker: Tracker;
}

/** How a transaction came to an end. */
export interface Ended {
  /** Whether it was committed, and with it what was scheduled. */
  readonly outcome: 'committed' | 'lost' | 'committed_without_chain';
}

interface Event {
  readonly at: number;
  readonly isScheduled: boolean;
  readonly run: () => void;
}

const startMs = 1_767_225_600_000;
const hourMs = 3_600_000;
const origin = 'com.example.youtrack.issue';

/**
 * Issues of YouTrack whose overlapping transactions replace each other's values, on a clock that jumps from event to event; the
 * app's own functions run as they are, without a server. It can die at any moment, and forget what was scheduled.
 */
export class Objects {
  readonly #options: ObjectsOptions;
  readonly #committed = new Map<string, Values>();
  #events: Event[] = [];
  readonly #inFlight = new Map<number, (ended: Ended) => void>();
  readonly #memory = new Map<string, object>();
  readonly #changedAt = new Map<string, number>();
  #now = 0;
  #lastTransaction = 0;

  constructor(options: ObjectsOptions) {
    this.#options = options;
    this.#sweepAt(17 * 60_000);
  }

  get now(): number {
    return this.#now;
  }

  /** A request, which begins now and is committed 10 to 30 ms later. @param mayWrite false where the server lets it only read */
  request(
    login: string,
    work: (host: Host) => void,
    { mayWrite, onEnd }: { mayWrite: boolean; onEnd: (ended: Ended) => void },
  ): void {
    this.#transact(login, work, { mayWrite, onEnd });
  }

  /** What is stored on an object now. */
  stored(key: string): Values {
    return this.#committed.get(key) ?? {};
  }

  /** When anything of an object was committed last. */
  changedAt(key: string): number {
    return this.#changedAt.get(key) ?? 0;
  }

  runUntil(at: number): void {
    for (let next = this.#events[0]; next !== undefined && next.at <= at; next = this.#events[0]) {
      this.#events.shift();
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = Math.max(this.#now, at);
  }

  /** The server dies: what is in flight is lost, or it is committed and what it has scheduled is lost. Others come back. */
  die(outcome: 'lost' | 'committed_without_chain'): void {
    const dying = [...this.#inFlight.values()];
    for (const end of dying) end({ outcome });
    this.#inFlight.clear();
    this.#memory.clear();
  }

  /** All that is scheduled is forgotten. The hourly rule is not: it is part of the app. */
  forgetChains(): void {
    this.#events = this.#events.filter(({ isScheduled }) => !isScheduled);
  }

  #transact(
    login: string,
    work: (host: Host) => void,
    { mayWrite = true, onEnd = () => {} }: { mayWrite?: boolean; onEnd?: (ended: Ended) => void } = {},
  ): void {
    this.#lastTransaction += 1;
    const number = this.#lastTransaction;
    const writes = new Map<string, Values>();
    const scheduled: ScheduledCall[] = [];
    work(this.#openHost(login, { writes, scheduled, mayWrite }));
    const end = ({ outcome }: Ended) => {
      if (!this.#inFlight.delete(number)) return;
      if (outcome !== 'lost')
        for (const [key, values] of writes) {
          this.#committed.set(key, { ...this.#committed.get(key), ...values });
          this.#changedAt.set(key, this.#now);
        }
      if (outcome === 'committed') for (const call of scheduled) this.#runLater(login, call);
      onEnd({ outcome });
    };
    this.#inFlight.set(number, end);
    this.#plan(this.#now + 10 + this.#options.random() * 20, false, () => end({ outcome: 'committed' }));
  }

  /** One that was under way when the server died is run again: only its end takes it off the list. */
  #runLater(login: string, call: ScheduledCall): void {
    const { tracker } = this.#options;
    const { name, delayMs, state } = call;
    const work = (host: Host) => {
      if (name === 'settleLinks') settleLinks(host, state, () => createTellStep(host, tracker));
      else tellTracker(host, state, tracker);
    };
    const onEnd = ({ outcome }: Ended) => {
      if (outcome !== 'committed') this.#runLater(login, { ...call, delayMs: 1 });
    };
    this.#plan(this.#now + delayMs, true, () => this.#transact(login, work, { onEnd }));
  }

  #sweepAt(at: number): void {
    const memory: NodeMemory = {
      recall: <T extends object>(name: string, make: () => T) => {
        const known = this.#memory.get(name) ?? make();
        this.#memory.set(name, known);
        return known as T;
      },
    };
    this.#plan(at, false, () => {
      this.#transact('workflow', (host) => sweepOwed(host, memory));
      this.#sweepAt(at + hourMs);
    });
  }

  #plan(at: number, isScheduled: boolean, run: () => void): void {
    const index = this.#events.findIndex((event) => event.at > at);
    this.#events.splice(index < 0 ? this.#events.length : index, 0, { at, isScheduled, run });
  }

  #openHost(
    login: string,
    opened: { writes: Map<string, Values>; scheduled: ScheduledCall[]; mayWrite: boolean },
  ): Host {
    const seen = new Map(this.#committed);
    const { keys, random } = this.#options;
    const entities = keys.map((key) => openEntity(key, { ...opened, seen }));
    const startedAt = this.#now;
    const listFlagged: Host['listFlagged'] = (flag, value) =>
      entities.filter(({ store }) => {
        const stored = store.readFlag(flag);
        return stored.ok && stored.value === value;
      });
    return fakeHost([], {
      caller: fakeAccount(login),
      clock: { now: () => startMs + Math.floor(startedAt), random },
      settings: {
        ...settings,
        mirroring: { isConnected: true, applications: { issue: origin }, detailsFor: 'nobody' },
      },
      findEntity: ({ kind, key }) =>
        entities.find((one) => one.kind === kind && one.key === key.toUpperCase()),
      listFlagged,
      visitFlagged: (flag, value, visit) => listFlagged(flag, value).forEach(visit),
      schedule: (call) => opened.scheduled.push(call),
    });
  }
}

function openEntity(
  key: string,
  {
    seen,
    writes,
    mayWrite,
  }: { seen: ReadonlyMap<string, Values>; writes: Map<string, Values>; mayWrite: boolean },
): Entity {
  const read = (): Values => ({ ...seen.get(key), ...writes.get(key) });
  return {
    kind: 'issue',
    key,
    project: fakeProject('DEMO'),
    isVisible: () => true,
    mayChangeLinks: () => true,
    describe: () => ({}),
    readUrl: () => `/issue/${key}`,
    store: {
      readText: (name) => succeed(read()[name]),
      readFlag: (name) => succeed(read()[name]),
      write(values) {
        if (!mayWrite) throw new Error('this transaction may only read');
        writes.set(key, { ...writes.get(key), ...values });
      },
    },
  };
}
