import type { Engine } from '../api/index.ts';
import type { Job } from '../api/run.ts';
import type { Primitive } from '../api/wire.ts';
import type { YouTrackVersion } from '../youtrack-versions.ts';
import type { RealmSources } from './realm-sources.ts';
import type { ScriptModule } from './script-module.ts';

export interface RealmLogEntry {
  readonly level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly script: string | undefined;
  readonly message: string;
  readonly stack?: string;
}

/** What becomes of a handler file whose scopes are of both families: JetBrains' reference forbids what its generator writes. */
export type MixedScopes = 'warn' | 'refuse';

export interface RealmOptions {
  readonly appName: string;
  /** Scripts at the package's root by name without `.js`. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly sources: RealmSources;
  /** Longest time one execution may take, its promises included; 10 s when left out. */
  readonly timeLimitMs?: number;
  /** The clock of the scripts, in epoch milliseconds; the machine's when left out. */
  readonly now?: () => number;
  /** `es2022` when left out. */
  readonly engine?: Engine;
  /** Which YouTrack the scripts find; the newest when left out. */
  readonly youtrack?: YouTrackVersion;
  /** `warn` when left out. */
  readonly mixedScopes?: MixedScopes;
  /** `node:vm` when left out. */
  readonly createContext?: CreateScriptContext;
  /** Where `console` goes while the scripts are being loaded. */
  log(entry: RealmLogEntry): void;
}

/** What one execution asks of the platform: one operation at a time, primitives in, a primitive out. */
export type RealmHost = (operation: string, a: Primitive, b: Primitive, c: Primitive) => Primitive;

export type CallJob = Extract<Job, { kind: 'call' }>;

export type RealmOutcome =
  | { readonly ok: true; readonly result: Primitive }
  | { readonly ok: false; readonly error: RealmError };

/** What a script threw, as text. `TimeLimitError` when it was stopped. */
export interface RealmError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** A fresh context of some engine with the scripting API in it and the app's scripts compiled, not yet loaded. */
export interface ScriptContext {
  run(job: Job, host: RealmHost): RealmOutcome;
  /** Whether no execution is under way. */
  isIdle(): boolean;
}

export type ScriptContextOptions = Required<
  Pick<RealmOptions, 'appName' | 'scripts' | 'sources' | 'timeLimitMs' | 'now' | 'engine' | 'youtrack'>
>;

/** Where scripts are evaluated: the one seam behind which another engine than Node's may stand. */
export type CreateScriptContext = (options: ScriptContextOptions) => ScriptContext;

/** An app's scripts, loaded and ready to be called. */
export interface Realm {
  readonly modules: readonly ScriptModule[];
  /**
   * Calls one function of a script and lets its promises settle. Nothing a script does makes this throw or take longer than
   * the time limit. Executions nest: an operation of the host may run another one.
   */
  run(job: CallJob, host: RealmHost): RealmOutcome;
}
