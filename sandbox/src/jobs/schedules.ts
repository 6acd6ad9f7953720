import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { type NextRun, parseQuartz } from '../realm/quartz.ts';
import { runSchedule } from './run-schedule.ts';

/** Rules of apps that come or go are noticed within this time. */
const longestSleepMs = 60_000;

interface Scheduled {
  readonly app: InstalledApp;
  readonly script: string;
  readonly next: NextRun;
}

/** Runs the on-schedule rules of all apps at their times, on the sandbox's clock. @returns what stops it */
export function startSchedules(sandbox: Sandbox): () => void {
  const { clock } = sandbox;
  let isStopped = false;
  let cancel = plan(clock.now());
  return () => {
    isStopped = true;
    cancel();
  };

  /** Wakes up when the next rule is due, or after the longest sleep. */
  function plan(since: number): () => void {
    const times = scheduledRules(sandbox).map(({ next }) => next(since) ?? Number.POSITIVE_INFINITY);
    return clock.at(Math.min(since + longestSleepMs, ...times), () => wakeUp(since));
  }

  async function wakeUp(since: number): Promise<void> {
    const now = clock.now();
    for (const { app, script, next } of scheduledRules(sandbox)) {
      const due = next(since);
      if (due !== undefined && due <= now) await runSchedule(sandbox, app, script);
    }
    if (!isStopped) cancel = plan(now);
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
