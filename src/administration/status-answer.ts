import type { SettingName } from '../pages/project-overview-answer.ts';

/** The app's global settings in effect. */
export interface AppSettingsView {
  readonly statusField: string;
  readonly deadlineField: string;
  readonly assigneeField: string;
  readonly disclosure: string;
  readonly serviceAccount?: string;
  readonly trackerSite: string;
  readonly resolvedIconUrl?: string;
  readonly unresolvedIconUrl?: string;
}

/** A field whose name is set, but which a project lacks or has with a type that does not fit. */
export interface MissingField {
  readonly project: string;
  readonly setting: Exclude<SettingName, 'disclosure'>;
  readonly field: string;
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
  /** At most 50. */
  | { readonly id: 'fields'; readonly missing: readonly MissingField[] }
  /** Whether registrations without a token can work. */
  | { readonly id: 'guest'; readonly banned: boolean; readonly canReadIssues: boolean }
  /** How many people have a Tracker identity. */
  | { readonly id: 'identities'; readonly known: number; readonly assignees?: number }
  | { readonly id: 'stored-values'; readonly unreadable: number }
  | { readonly id: 'icons'; readonly reason?: 'relative' | 'insecure' }
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
}
