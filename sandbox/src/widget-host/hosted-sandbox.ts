import type { Inactivity } from '../apps/inactivity.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import type { WatchedApps } from '../apps/watched-apps.ts';
import type { Transaction, Transactions } from '../world/transaction.ts';
import type { YouTrackVersion } from '../youtrack-versions.ts';

/** An installed app as far as its widgets go. */
export type HostedApp = Pick<InstalledApp, 'id' | 'package' | 'isActive' | 'log' | 'logs'>;

/** What the widget host needs of the sandbox. */
export interface HostedSandbox {
  readonly world: { readonly transactions: Transactions };
  /** Which YouTrack it is; the newest when left out. */
  readonly youtrack?: YouTrackVersion;
  readonly apps: { all(): readonly HostedApp[] };
  /** Where an app is inactive, and why. */
  inactivityOf(tx: Transaction, app: HostedApp): readonly Inactivity[];
  /** The apps whose files are watched; undefined when none are. */
  watched?(): WatchedApps | undefined;
}
