import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../dispatch/sandbox.ts';

/** How a run of an on-schedule rule went. */
export interface ScheduleRun {
  /** Readable ids of the issues its action ran for. */
  readonly issues: readonly string[];
  /** Why it did not run, or what it threw. */
  readonly problem?: string;
}

export async function runSchedule(
  _sandbox: Sandbox,
  _app: InstalledApp,
  script: string,
): Promise<ScheduleRun> {
  return { issues: [], problem: `on-schedule rules are not emulated yet: ${script}` };
}
