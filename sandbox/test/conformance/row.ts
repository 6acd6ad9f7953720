import type { AppFiles } from '../support/pack-app.ts';
import type { SourceName } from './sources.ts';

/** One rule of the platform, asked over HTTP. Rows of a group run in their order over one world. */
export interface Row {
  readonly rule: string;
  readonly source: SourceName;
  /** Login of the caller; `admin` when left out, the guest when `null`. */
  readonly as?: string | null;
  /** Method and path: `GET /api/issues/DEMO-1?fields=id`. Several are sent at once; each must be answered as expected. */
  readonly send?: string | readonly string[];
  /** The body: JSON, or a text or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Imports an app instead of sending a request: its files by path. */
  readonly imports?: AppFiles;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly status?: number;
  /** The answer's JSON. */
  readonly json?: unknown;
  /** The answer's text, or what it must match. */
  readonly text?: string | RegExp;
  /** Headers the answer must have, or must not have (`null`). */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Apps as a stranger would write them, in a world, and what they must do. */
export interface Group {
  readonly name: string;
  /** The world file; a small one with two projects when left out. */
  readonly world?: unknown;
  /** Switches of the command line: `['--delete', 'readonly']`. */
  readonly flags?: readonly string[];
  /** Longest time one script execution may take; 2 s when left out. */
  readonly timeLimitMs?: number;
  /** Starts what the group's apps talk to, before the sandbox. */
  readonly prepare?: () => Promise<Surroundings>;
  /** Files by path, by app name; or the app's folder below `apps`. */
  readonly apps: Readonly<Record<string, AppFiles | string>>;
  readonly rows: readonly Row[];
}

/** What runs beside the sandbox while a group is asked. */
export interface Surroundings {
  /** Further switches, known only now: `['--map', 'echo.example=http://127.0.0.1:40001']`. */
  readonly flags: readonly string[];
  close(): Promise<void>;
}
