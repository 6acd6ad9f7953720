import { fault, type TrackerFault } from './tracker-fault.ts';

/** Objects and issues are named by their places in the lists of `cast.ts`, so that any part of a plan can be run without the rest. */
export type Operation =
  | LinkOperation
  /** Several requests at the same moment. */
  | { readonly do: 'together'; readonly all: readonly LinkOperation[] }
  /** A person on Tracker's page. */
  | {
      readonly do: 'pageLink' | 'pageUnlink';
      readonly object: number;
      readonly issue: number;
      readonly lower?: boolean;
    }
  | { readonly do: 'move' | 'remove' | 'retry'; readonly object: number }
  | { readonly do: 'moveIssue' | 'removeIssue'; readonly issue: number }
  | { readonly do: 'fail'; readonly fault: TrackerFault }
  | { readonly do: 'mend' }
  /** The next answers of Tracker are long in coming. */
  | { readonly do: 'slow'; readonly answersMs: readonly number[] }
  | { readonly do: 'wait'; readonly ms: number }
  /** Waits until something is due that was put off. */
  | { readonly do: 'next' }
  | { readonly do: 'restart' | 'restartTracker' | 'loseChains' }
  /** YouTrack is killed while something else happens: a part of what that has written is on the disk. */
  | { readonly do: 'kill'; readonly part: number; readonly during: Operation };

/** A request of a person, or of a trigger, that changes links. */
export type LinkOperation =
  | {
      readonly do: 'link' | 'unlink';
      readonly object: number;
      readonly issues: readonly number[];
      readonly login: string;
    }
  /** PUT of a whole list; `robot` is Tracker. */
  | {
      readonly do: 'set';
      readonly objects: readonly number[];
      readonly issue: number;
      readonly login: string;
    };

/** How many there are of each. */
export interface Cast {
  readonly objects: number;
  readonly movable: readonly number[];
  readonly removable: readonly number[];
  /** Of one kind, for lists that are set. */
  readonly ofOneKind: readonly number[];
  readonly issues: number;
}

type Dice = () => number;

/** So many operations from both sides, the same for the same dice. */
export function planOperations(random: Dice, cast: Cast, count: number): readonly Operation[] {
  const plan: Operation[] = [];
  let requests = 0;
  while (requests < count) {
    const operation = planOne(random, cast);
    plan.push(operation);
    requests += operation.do === 'together' ? operation.all.length : 1;
  }
  return plan;
}

type Maker = (random: Dice, cast: Cast) => Operation;

/** How often each comes, of their sum. */
const makers: readonly (readonly [weight: number, make: Maker])[] = [
  [26, planLink],
  [9, planTogether],
  [7, planPageLink],
  [7, planPageUnlink],
  [3, (random, cast) => ({ do: 'move', object: pick(random, cast.movable) })],
  [0.6, (random, cast) => ({ do: 'remove', object: pick(random, cast.removable) })],
  [1.2, (random, cast) => ({ do: 'moveIssue', issue: below(random, cast.issues) })],
  [0.3, (random, cast) => ({ do: 'removeIssue', issue: below(random, cast.issues) })],
  [2, (random, cast) => ({ do: 'retry', object: below(random, cast.objects) })],
  [9, (random) => ({ do: 'fail', fault: fault(random) })],
  [2, () => ({ do: 'mend' })],
  [2, (random) => ({ do: 'slow', answersMs: [between(random, 100, 12_000), between(random, 0, 4_000)] })],
  [22, (random) => ({ do: 'wait', ms: planWait(random) })],
  [8, () => ({ do: 'next' })],
  [0.7, () => ({ do: 'restart' })],
  [0.7, () => ({ do: 'restartTracker' })],
  [0.4, () => ({ do: 'loseChains' })],
  [1.6, (random, cast) => ({ do: 'kill', part: random(), during: planKilled(random, cast) })],
];

const sum = makers.reduce((total, [weight]) => total + weight, 0);

function planOne(random: Dice, cast: Cast): Operation {
  let left = random() * sum;
  for (const [weight, make] of makers) {
    left -= weight;
    if (left < 0) return make(random, cast);
  }
  return { do: 'next' };
}

function planKilled(random: Dice, cast: Cast): Operation {
  const roll = random();
  if (roll < 0.4) return { do: 'next' };
  if (roll < 0.5) return { do: 'move', object: pick(random, cast.movable) };
  return roll < 0.7 ? planTogether(random, cast) : planLink(random, cast);
}

const people = ['jane', 'boris', 'admin'];

function planLink(random: Dice, cast: Cast): LinkOperation {
  const roll = random();
  const login = pick(random, people);
  if (roll < 0.12) return planSet(random, cast);
  const issues = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => below(random, cast.issues));
  return {
    do: roll < 0.6 ? 'link' : 'unlink',
    object: below(random, cast.objects),
    issues: [...new Set(issues)].sort(),
    login,
  };
}

function planSet(random: Dice, cast: Cast): LinkOperation {
  const objects = cast.ofOneKind.filter(() => random() < 0.3);
  const login = random() < 0.7 ? 'robot' : pick(random, people);
  return { do: 'set', objects, issue: below(random, cast.issues), login };
}

/** Mostly about the same links, where they hurt each other most. */
function planTogether(random: Dice, cast: Cast): Operation {
  const object = below(random, cast.objects);
  const count = 2 + below(random, 3);
  const all = Array.from({ length: count }, () => {
    const operation = planLink(random, cast);
    return operation.do === 'set' || random() < 0.2 ? operation : { ...operation, object };
  });
  return { do: 'together', all };
}

function planPageLink(random: Dice, cast: Cast): Operation {
  const place = { object: below(random, cast.objects), issue: below(random, cast.issues) };
  return { do: 'pageLink', ...place, ...(random() < 0.1 && { lower: true }) };
}

function planPageUnlink(random: Dice, cast: Cast): Operation {
  return { do: 'pageUnlink', object: below(random, cast.objects), issue: below(random, cast.issues) };
}

function planWait(random: Dice): number {
  const roll = random();
  if (roll < 0.4) return between(random, 5, 40);
  if (roll < 0.75) return between(random, 100, 3_000);
  return roll < 0.97 ? between(random, 3_000, 60_000) : between(random, 60_000, 5_400_000);
}

function below(random: Dice, count: number): number {
  return Math.floor(random() * count);
}

function between(random: Dice, least: number, most: number): number {
  return Math.round(least + random() * (most - least));
}

function pick<T>(random: Dice, all: readonly T[]): T {
  const picked = all[below(random, all.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
