/** One step of a plan; each comes so many milliseconds after the one before. */
export type Step = { readonly afterMs: number } & (
  | {
      readonly do: 'link' | 'unlink';
      readonly login: string;
      readonly object: number;
      readonly issues: readonly number[];
    }
  /** The server dies: what is in flight is lost, or committed without what it has scheduled. */
  | { readonly do: 'die'; readonly outcome: 'lost' | 'committed_without_chain' }
  /** All that is scheduled is forgotten. */
  | { readonly do: 'forget' }
);

export const objectKeys = ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4'];
export const issueKeys = ['TEST-1', 'TEST-2', 'TEST-3', 'TEST-4', 'TEST-5', 'TEST-6'];

/** The last of the issues, which Tracker alone links and unlinks. */
export const issuesOfTracker = [5];

const people = ['jane', 'boris', 'admin'];

/** So many steps by several callers, mostly many at the same time; the same for the same dice. */
export function planSteps(random: () => number, count: number): readonly Step[] {
  return Array.from({ length: count }, () => planStep(random));
}

function planStep(random: () => number): Step {
  const below = (most: number) => Math.floor(random() * most);
  const afterMs = planPause(random);
  const roll = random();
  if (roll < 0.008)
    return { do: 'die', afterMs, outcome: random() < 0.5 ? 'lost' : 'committed_without_chain' };
  if (roll < 0.012) return { do: 'forget', afterMs };
  const object = below(objectKeys.length);
  const wish = random() < 0.55 ? 'link' : 'unlink';
  if (random() < 0.15) return { do: wish, afterMs, object, login: 'robot', issues: issuesOfTracker };
  const issues = [below(5), ...(random() < 0.2 ? [below(5)] : [])];
  const login = people[below(people.length)] ?? 'jane';
  return { do: wish, afterMs, object, login, issues: [...new Set(issues)].sort() };
}

/** No two begin at the same millisecond: of such it would be left open which is the later one. */
function planPause(random: () => number): number {
  const roll = random();
  if (roll < 0.7) return 1 + Math.floor(random() * 8);
  if (roll < 0.95) return 10 + Math.floor(random() * 1_500);
  return roll < 0.99 ? 2_000 + Math.floor(random() * 60_000) : 60_000 + Math.floor(random() * 3_600_000);
}
