import type { AppRegistry } from '../apps/app-registry.ts';
import type { Clock } from '../clock.ts';
import type { RealmSources } from '../realm/realm-sources.ts';
import type { HttpExchange, PlainRequest } from '../realm/send-request.ts';
import type { World } from '../world/create-world.ts';
import type { Id } from '../world/transaction.ts';
import type { YouTrackVersion } from '../youtrack-versions.ts';
import type { Jobs } from './jobs.ts';
import type { Journal } from './journal.ts';
import type { SentMail } from './sandbox-api.ts';

/** A message of the `workflow` module, as the user interface would show it. */
export interface ShownMessage {
  readonly user: Id;
  readonly text: string;
  readonly at: number;
}

/** Everything one running sandbox consists of: what dispatch, rules, jobs, REST and the widget host pass to each other. */
export interface Sandbox {
  readonly world: World;
  readonly apps: AppRegistry;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly sources: RealmSources;
  /** Which version of YouTrack it is. */
  readonly youtrack: YouTrackVersion;
  /** How an unset extension property reads. */
  readonly unset: 'null' | 'undefined';
  /** Whether DELETE endpoints may write. */
  readonly deletes: 'writable' | 'readonly';
  /** What a script's write to an entity that its own transaction has removed does. */
  readonly removedWrites: 'pass' | 'throw';
  /** Where scripts' HTTP really goes: host (`api.tracker.yandex.net`) → origin (`http://127.0.0.1:8081`). */
  readonly hosts: ReadonlyMap<string, string>;
  /** Carries a script's request while the script waits. Never throws for want of an answer: that is in the exchange. */
  readonly sendRequest: (request: PlainRequest) => HttpExchange;
  /** Longest time one script execution may take. */
  readonly timeLimitMs: number;
  /** Mails in the order they were sent. */
  readonly outbox: SentMail[];
  /** What `workflow.message` showed, oldest first. */
  readonly messages: ShownMessage[];
  /** What has happened lately. */
  readonly journal: Journal;
  /** Told what no app's log can hold, one line each. */
  readonly onNotice: (message: string) => void;
  /** The server's own address without a slash at the end, for `issue.url`. */
  baseUrl(): string;
}
