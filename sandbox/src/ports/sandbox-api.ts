// What the package promises to those who import it. This text is the package's declaration file, so it imports nothing.

/** What to start; everything may be left out. */
export interface SandboxOptions {
  /** A world: the JSON of a world file, or the path of one. Without it the small one the command line starts with. */
  readonly world?: string | object;
  /** The apps to install: paths of zips or of folders with the same contents, or the bytes of zips. */
  readonly apps?: readonly (string | Uint8Array)[];
  /** Where YouTrack listens on 127.0.0.1; 0 is any free port. Without it nothing listens: `as(…).fetch` reaches it in process. */
  readonly port?: number;
  /** Where the Tracker stand-in listens; 0 is any free port. Without it there is none. It needs a `port` beside it. */
  readonly trackerPort?: number;
  /** What the clock shows, standing still until `advance` moves it. Without it the clock shows real time, and can be put forward. */
  readonly now?: string | number | Date;
  /** Whether DELETE endpoints may write; `readonly` when left out, as JetBrains' reference has it. */
  readonly deletes?: 'readonly' | 'writable';
  /** How an unset extension property reads; `null` when left out. */
  readonly unset?: 'null' | 'undefined';
  /** Whether requests in flight at the same time overlap; `serial` when left out. */
  readonly writes?: 'serial' | 'overlapping';
  /** Which YouTrack it is: what came later is not there; the newest, `2026.2`, when left out. */
  readonly youtrack?: '2025.3' | '2026.1' | '2026.2';
  /** What of the language scripts find: what every server's engine has, or all that this Node has; `es2022` when left out. */
  readonly engine?: 'es2022' | 'node';
  /** Whether a handler file with scopes of both families is imported with a warning, or refused; `warn` when left out. */
  readonly mixedScopes?: 'warn' | 'refuse';
  /** What a script's write to what its transaction removes does; `pass` when left out. */
  readonly removedWrites?: 'pass' | 'throw';
  /** Where scripts' requests really go: host → origin (`http://127.0.0.1:9000`), or `tracker` for the stand-in. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Longest time one execution of a script may take, in milliseconds; 10,000 when left out. */
  readonly timeLimitMs?: number;
  /** Told of every line that scripts and the sandbox have for people. Without it nobody is. */
  readonly onLine?: (line: string) => void;
}

/** Somebody who asks; what they may see and do is what the world says. */
export interface Caller {
  readonly login: string;
  /**
   * Asks as a browser's `fetch` does, with this user's token (the guest has none). In process where nothing listens.
   * @param path a path of this YouTrack, such as `/api/users/me?fields=login`
   */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A mail the `notifications` module or `user.notify` would have sent. */
export interface SentMail {
  readonly app: string;
  readonly fromName?: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Readable id of the issue the mail belongs to. */
  readonly issue?: string;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly at: number;
}

/** One line of an app's log. */
export interface LogLine {
  readonly level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /** The script, or undefined when the platform speaks of the app. */
  readonly script: string | undefined;
  readonly message: string;
  /** Login of the user the script ran as. */
  readonly user?: string;
  readonly stack?: string;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly at: number;
}

/** A sandbox as it was at one moment. */
export interface Snapshot {
  readonly takenAt: Date;
  /** All of it as a text, which may be kept in a file and restored by another sandbox of the same version. */
  readonly content: string;
}

/** A running YouTrack. Whatever is refused rejects with an `Error` whose message is one line for people. */
export interface Sandbox {
  /** `http://127.0.0.1:51234`; `http://youtrack.localhost` where nothing listens. */
  readonly url: string;
  /** Where the Tracker stand-in is, when there is one. */
  readonly trackerUrl: string | undefined;
  /** Asks as a user; `guest` asks without a token, and a login nobody has gets 401. */
  as(login: string): Caller;
  /** Installs an app, or replaces the version that is there. @returns the app's name */
  install(app: string | Uint8Array): Promise<string>;
  /** The sandbox's time. */
  now(): Date;
  /**
   * Puts the clock forward: async functions, schedules and timers that come due on the way run in their order, each at its
   * own time. Resolves when they are done.
   * @param duration milliseconds, or a text such as `2 days`, `1h 30m`, `90 seconds`
   */
  advance(duration: number | string): Promise<void>;
  /** Resolves when what runs at this moment without a request, async functions above all, is done. */
  settled(): Promise<void>;
  /** The mails scripts have sent, oldest first. */
  outbox(): readonly SentMail[];
  /** The newest lines of an app's log, oldest first; none of an app that is not there. */
  logs(app: string): readonly LogLine[];
  /** Everything as it was right after the start: world, apps, clock, mails, and Tracker. */
  reset(): Promise<void>;
  /** What there is now, logs aside. */
  snapshot(): Promise<Snapshot>;
  /** Everything as it was when the snapshot was taken, the clock included. */
  restore(snapshot: Snapshot): Promise<void>;
  /** Ends it; ports are free afterwards. */
  close(): Promise<void>;
}

/** Starts a YouTrack of one's own: as many at a time as one likes, none knows of another. */
export type CreateSandbox = (options?: SandboxOptions) => Promise<Sandbox>;
