import type { AppRecord, UsageRecord } from '../../apps/app-record.ts';
import type { InstalledApp } from '../../apps/installed-app.ts';
import type { RestEntity } from './present.ts';
import type { Scope } from './scope.ts';

/** An installed app, to be shown. */
export interface AppSubject extends Scope {
  readonly app: InstalledApp;
  readonly record: AppRecord;
  readonly showApp: () => RestEntity;
  /** Its configuration in a project, or the global one. */
  readonly showLevel: (usage: UsageRecord | undefined) => RestEntity;
}
