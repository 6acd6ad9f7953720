import type { Realm } from '../realm/realm.ts';
import type { Id, Ref } from '../world/transaction.ts';
import type { AppPackage } from './app-package.ts';

/** A secret as scripts hold it: a name for a value that only the `http` module may ask for. */
export interface SecretHandle {
  readonly secret: string;
}

/** A resolved setting. Entities are references; a setting without value and default is not in the record at all. */
export type SettingValue = string | number | boolean | SecretHandle | Ref | readonly Ref[];

/** One line of an app's log. */
export interface LogEntry {
  readonly level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /** The script (`issue`), or undefined when the platform speaks of the app. */
  readonly script: string | undefined;
  readonly message: string;
  /** Login of the user the script ran as. */
  readonly user?: string;
  readonly stack?: string;
}

export interface LoggedEntry extends LogEntry {
  readonly id: number;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly at: number;
}

/** An app on this server: its package, its scripts in their realm, its attachments and settings. */
export interface InstalledApp {
  /** Id of the world's `App` entity. */
  readonly id: Id;
  readonly package: AppPackage;
  readonly enabled: boolean;
  readonly realm: Realm;
  isAttached(project: Id): boolean;
  /** Enabled and every required setting of that level set; with a project also attached and enabled there. */
  isActive(project?: Id): boolean;
  /** What keeps it from being active there, one sentence each. */
  obstacles(project?: Id): readonly string[];
  /** Project value over global value over default; without a project the global ones. */
  settings(project?: Id): Readonly<Record<string, SettingValue>>;
  /** The real value behind a secret of `settings(project)`. Only for the `http` module. */
  revealSecret(name: string, project?: Id): string | undefined;
  log(entry: LogEntry): void;
  /** The newest entries, oldest first. */
  logs(): readonly LoggedEntry[];
}
