import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { type NextRun, parseQuartz } from '../realm/quartz.ts';
import { runSchedule } from './run-schedule.ts';

interface Scheduled {
  readonly app: InstalledApp;
  readonly script: string;
  readonly next: NextRun;
}

/**
 * Runs the on-schedule rules of all apps at their times, on the sandbox's clock. It sleeps until the next rule is due and
 * looks again when apps change, so that a clock put forward by months has no more stops than there are runs.
 * @returns what stops it
 */
export function startSchedules(sandbox: Sandbox): () => void {
  const { apps, clock } = sandbox;
  const firstSeen = new WeakMap<InstalledApp, number>();
  let since = clock.now();
  let isAwake = false;
  let isStopped = false;
  let cancel = () => {};
  const unwatch = apps.watch(plan);
  plan();
  return () => {
    unwatch();
    isStopped = true;
    cancel();
  };

  /** Waits for the next rule that is due. Who is awake plans anew before going to sleep. */
  function plan(): void {
    for (const app of apps.all()) if (!firstSeen.has(app)) firstSeen.set(app, clock.now());
    if (isAwake || isStopped) return;
    cancel();
    const times = scheduledRules(sandbox).flatMap((rule) => nextTime(rule) ?? []);
    cancel = times.length === 0 ? () => {} : clock.at(Math.min(...times), wakeUp);
  }

  /** A version installed just now does not make up for times before it came. */
  function nextTime({ app, next }: Scheduled): number | undefined {
    return next(Math.max(since, firstSeen.get(app) ?? since));
  }

  async function wakeUp(): Promise<void> {
    const now = clock.now();
    isAwake = true;
    for (const rule of scheduledRules(sandbox)) {
      const due = nextTime(rule);
      if (due !== undefined && due <= now) await runSchedule(sandbox, rule.app, rule.script);
    }
    since = now;
    isAwake = false;
    plan();
  }
}

function scheduledRules({ apps }: Sandbox): Scheduled[] {
  return apps.all().flatMap((app) =>
    app.realm.modules.flatMap((module) => {
      if (module.kind !== 'rule' || module.rule.kind !== 'onSchedule' || module.rule.idle !== undefined)
        return [];
      return [{ app, script: module.name, next: parseQuartz(module.rule.cron ?? '') }];
    }),
  );
}
