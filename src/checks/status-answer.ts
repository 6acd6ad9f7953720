import type { CallKind } from '../calls/call-records.ts';
import type { SettingName } from '../pages/project-settings-answer.ts';
import type { Disclosure } from '../protocol/disclosure.ts';

/** The app's settings. Without a name each project's field is found by its type. */
export interface AppSettingsView {
  readonly statusField?: string;
  readonly deadlineField?: string;
  readonly assigneeField?: string;
  readonly disclosure: Disclosure;
  readonly serviceAccount?: string;
  readonly trackerSite: string;
  readonly resolvedIconUrl?: string;
  readonly unresolvedIconUrl?: string;
}

/** A field that Tracker is not told of. */
export interface MissingField {
  readonly project: string;
  readonly setting: Exclude<SettingName, 'disclosure'>;
  /** As it is named, or the usual name where nobody has named one. */
  readonly field: string;
  /** The project has none of the name it or the company gives; has it with a type that does not fit; has none that could be found. */
  readonly reason: 'absent' | 'unfit' | 'unnamed';
}

/** What one check found. A check that cannot be made on this server is left out. */
export type StatusCheck = { readonly state: 'ok' | 'warning' | 'failed' } & (
  | {
      readonly id: 'service-account';
      readonly reason?: 'unset' | 'unknown' | 'banned';
      readonly login?: string;
    }
  | {
      readonly id: 'service-account-rights';
      /** Permissions it holds nowhere. */
      readonly missing: readonly string[];
      /** Projects whose issues it cannot read; at most 20. */
      readonly projects: readonly string[];
    }
  /** Projects in use that tell less than the company's level; at most 50. */
  | {
      readonly id: 'disclosure';
      readonly level: Disclosure;
      readonly stricter: readonly { readonly project: string; readonly level: Disclosure }[];
    }
  /** At most 50. */
  | { readonly id: 'fields'; readonly missing: readonly MissingField[] }
  /** Whether registrations without a token can work. */
  | { readonly id: 'guest'; readonly banned: boolean; readonly canReadIssues: boolean }
  /** How many people have a Tracker identity. */
  | { readonly id: 'identities'; readonly known: number }
  | { readonly id: 'stored-values'; readonly unreadable: number }
  | { readonly id: 'icons'; readonly reason?: 'unset' | 'relative' | 'insecure' }
);

/** Answer of `status`: what only the server can check, in codes; the page has the words. */
export interface StatusAnswer {
  readonly app: { readonly version: string };
  readonly settings: AppSettingsView;
  /** Keys the caller may see, to call the real endpoints with; `user` is the caller. */
  readonly samples: {
    readonly issue?: string;
    readonly article?: string;
    readonly project?: string;
    readonly user: string;
  };
  readonly checks: readonly StatusCheck[];
  /** The last call that Tracker's account made, of each kind that it has called about. */
  readonly calls: readonly LastCall[];
  /** The day on which an administrator sent the letter; absent where nobody has said so. */
  readonly letterSentOn?: string;
}

/** One call of Tracker's account; kept at most once a minute, so a later one may not be told yet. */
export interface LastCall {
  /** `any` where the address says none. */
  readonly kind: CallKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly address: string;
  /** The HTTP status of our answer. */
  readonly status: number;
}
