import { createOwnLinks } from '../../../src/linking/create-links.ts';
import { removeSeveralLinks } from '../../../src/linking/remove-links.ts';
import { decodeLinks } from '../../../src/links/link-codec.ts';
import { liveStamp } from '../../../src/links/link-set.ts';
import { decodeOwed } from '../../../src/links/owed-codec.ts';
import { seededRandom } from '../../support/overlapping-world.ts';
import { type Ended, Objects } from './objects.ts';
import { issueKeys, issuesOfTracker, objectKeys, type Step } from './plan-steps.ts';
import { createTrackerDouble, type TrackerDouble } from './tracker-double.ts';

type LinkStep = Extract<Step, { do: 'link' | 'unlink' }>;

export interface StepsOptions {
  readonly seed: number;
  /** Where DELETE may only read, a removal is performed by a scheduled function. */
  readonly mayDelete: boolean;
}

/** What the last request about a link wanted, of those that were committed. */
interface Wanted {
  readonly wish: 'live' | 'gone';
  readonly login: string;
  committedAt: number | undefined;
  isLost: boolean;
  /** Whether it may have got lost since, because what looks after it has. */
  isDoubtful: boolean;
}

const hourMs = 3_600_000;

/** Longer than any transaction takes, so that none that began earlier can undo what was committed so long ago. */
const transactionMs = 100;

/**
 * Performs steps and says what is wrong in the end, a sentence each. Of the requests about a link the one that began last wins,
 * whatever they have undone of each other; what was forgotten on purpose is made good by the same request again.
 */
export function runSteps(steps: readonly Step[], { seed, mayDelete }: StepsOptions): readonly string[] {
  const random = seededRandom(seed);
  const tracker = createTrackerDouble(() => random() < 0.1);
  const objects = new Objects({ keys: objectKeys, random, tracker });
  const run = new StepsRun(objects, tracker, mayDelete);
  for (const step of steps) run.perform(step);
  objects.runUntil(objects.now + 4 * hourMs);
  const problems = run.judge('as they are');
  run.repeatDoubtful();
  objects.runUntil(objects.now + 2 * hourMs);
  problems.push(...run.judge('repeated'));
  run.redoDoubtful();
  objects.runUntil(objects.now + 4 * hourMs);
  return [...problems, ...run.judge('removed and made again')];
}

class StepsRun {
  readonly #objects: Objects;
  readonly #tracker: TrackerDouble;
  readonly #mayDelete: boolean;
  readonly #wanted = new Map<string, Wanted[]>();

  constructor(objects: Objects, tracker: TrackerDouble, mayDelete: boolean) {
    this.#objects = objects;
    this.#tracker = tracker;
    this.#mayDelete = mayDelete;
  }

  perform(step: Step): void {
    const objects = this.#objects;
    objects.runUntil(objects.now + step.afterMs);
    if (step.do === 'die') objects.die(step.outcome);
    else if (step.do === 'forget') this.#forget();
    else this.#request(step);
  }

  /** The same requests again, whose answers were good the first time. */
  repeatDoubtful(): void {
    for (const { object, issue, last } of this.#all())
      if (last.isDoubtful) this.#ask(toStep(object, issue, last));
  }

  /** What is no change is not told to Tracker: only what really changes makes good what Tracker has never heard of. */
  redoDoubtful(): void {
    const doubtful = this.#all().filter(({ last }) => last.isDoubtful);
    for (const { object, issue, last } of doubtful)
      this.#ask(toStep(object, issue, { ...last, wish: last.wish === 'live' ? 'gone' : 'live' }));
    for (const { object, issue, last } of doubtful) this.#ask(toStep(object, issue, last));
  }

  judge(when: 'as they are' | 'repeated' | 'removed and made again'): string[] {
    return this.#all().flatMap(({ object, issue, last }) => {
      const name = `${objectKeys[object]} and ${issueKeys[issue]}, ${when}`;
      const isLive = this.#isLive(object, issue);
      const problems: string[] = [];
      if ((!last.isDoubtful || when !== 'as they are') && isLive !== (last.wish === 'live'))
        problems.push(`${name}: wanted ${last.wish}, but it is ${isLive ? 'live' : 'gone'}`);
      const count = this.#countInTracker(object, issue);
      const isTold =
        !issuesOfTracker.includes(issue) && (!last.isDoubtful || when === 'removed and made again');
      if (isTold && count !== Number(isLive))
        problems.push(`${name}: it is ${isLive ? 'live' : 'gone'}, but Tracker has it ${count} times`);
      return problems;
    });
  }

  #ask(step: Step): void {
    this.perform(step);
    this.#objects.runUntil(this.#objects.now + 10_000);
  }

  #request({ do: verb, login, object, issues }: LinkStep): void {
    const wish = verb === 'link' ? 'live' : 'gone';
    const wanted = issues.map((issue) => this.#note(object, issue, { wish, login }));
    const key = objectKeys[object] ?? '';
    const body = { issueKeys: issues.map((issue) => issueKeys[issue] ?? ''), entityIds: undefined };
    this.#objects.request(
      login,
      (host) => {
        const own = host.findEntity({ kind: 'issue', key });
        if (own === undefined) throw new Error(`there is no ${key}`);
        const scoped = { ...host, own };
        const { ok } = verb === 'link' ? createOwnLinks(scoped, body) : removeSeveralLinks(scoped, body);
        if (!ok) throw new Error(`${verb} ${key} was refused`);
      },
      {
        mayWrite: verb === 'link' || this.#mayDelete,
        onEnd: ({ outcome }: Ended) => {
          for (const one of wanted)
            Object.assign(one, {
              committedAt: this.#objects.now,
              isLost: outcome === 'lost',
              isDoubtful: outcome === 'committed_without_chain',
            });
        },
      },
    );
  }

  #note(object: number, issue: number, { wish, login }: Pick<Wanted, 'wish' | 'login'>): Wanted {
    const wanted: Wanted = { wish, login, committedAt: undefined, isLost: false, isDoubtful: false };
    const name = `${object} ${issue}`;
    this.#wanted.set(name, [...(this.#wanted.get(name) ?? []), wanted].slice(-20));
    return wanted;
  }

  /** What is in place and told, or noted to be told, needs nobody to look after it any more. */
  #forget(): void {
    const { now } = this.#objects;
    for (const { object, issue, last } of this.#all()) {
      const isFresh = now - (last.committedAt ?? now) < transactionMs;
      const isInPlace = this.#isLive(object, issue) === (last.wish === 'live');
      const isTold = this.#countInTracker(object, issue) === Number(last.wish === 'live');
      const isSafe = isInPlace && (isTold || this.#isOwed(object, issue)) && !this.#isBusy(object);
      if (isFresh || !isSafe) last.isDoubtful = true;
    }
    this.#objects.forgetChains();
  }

  /** Whether anything of the object was committed so lately that an older transaction may still undo it. */
  #isBusy(object: number): boolean {
    return this.#objects.now - this.#objects.changedAt(objectKeys[object] ?? '') < transactionMs;
  }

  #all(): readonly { readonly object: number; readonly issue: number; readonly last: Wanted }[] {
    return [...this.#wanted].flatMap(([name, all]) => {
      const [object = 0, issue = 0] = name.split(' ').map(Number);
      const last = all.filter(({ isLost }) => !isLost).at(-1);
      return last === undefined ? [] : [{ object, issue, last }];
    });
  }

  #isLive(object: number, issue: number): boolean {
    const links = decodeLinks(this.#objects.stored(objectKeys[object] ?? '').trackerLinks);
    return links.ok && liveStamp(links.value.get(issueKeys[issue] ?? '')) !== undefined;
  }

  #isOwed(object: number, issue: number): boolean {
    const { trackerOwed, owesTracker } = this.#objects.stored(objectKeys[object] ?? '');
    const owed = decodeOwed(trackerOwed);
    return owesTracker === true && owed.ok && owed.value.has(issueKeys[issue] ?? '');
  }

  #countInTracker(object: number, issue: number): number {
    return this.#tracker.linkedTo(issueKeys[issue] ?? '').filter((key) => key === objectKeys[object]).length;
  }
}

function toStep(object: number, issue: number, { wish, login }: Pick<Wanted, 'wish' | 'login'>): Step {
  return { do: wish === 'live' ? 'link' : 'unlink', afterMs: 20, object, issues: [issue], login };
}
