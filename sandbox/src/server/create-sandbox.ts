import type { AppPackage } from '../apps/app-package.ts';
import { AppRegistry, type PackageArchives } from '../apps/app-registry.ts';
import type { LogEntry, LoggedEntry } from '../apps/installed-app.ts';
import type { Clock } from '../clock.ts';
import { noApps, RunningJournal } from '../inspector/journal.ts';
import { createJobs } from '../jobs/jobs.ts';
import type { Sandbox, ShownMessage } from '../ports/sandbox.ts';
import type { SentMail } from '../ports/sandbox-api.ts';
import { createRealm } from '../realm/create-realm.ts';
import type { CreateScriptContext } from '../realm/realm.ts';
import { loadRealmSources } from '../realm/realm-sources.ts';
import { sendRequestSync } from '../realm/send-request-sync.ts';
import { workflowUser } from '../rules/workflow-user.ts';
import { createWorld, type World } from '../world/create-world.ts';
import { newestYouTrack, type YouTrackVersion } from '../youtrack-versions.ts';

/** What a sandbox is made of. */
export interface SandboxSetup {
  /** The JSON of a world file; `{}` is an empty world. */
  readonly world: unknown;
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
  readonly clock: Clock;
  readonly stateFile?: string | undefined;
  /** A snapshot of a world to begin with, instead of the world file. */
  readonly snapshot?: readonly unknown[];
  /** What of the language scripts find; `es2022` when left out. */
  readonly engine?: 'es2022' | 'node';
  /** Which YouTrack it is; the newest when left out. */
  readonly youtrack?: YouTrackVersion;
  /** Whether DELETE endpoints may write; `readonly` when left out. */
  readonly deletes?: 'writable' | 'readonly';
  readonly unset: 'null' | 'undefined';
  readonly writes: 'serial' | 'overlapping';
  /** Whether a handler file with scopes of both families is imported; with a warning when left out. */
  readonly mixedScopes?: 'warn' | 'refuse';
  /** What a script's write to what its transaction removed does; `pass` when left out. */
  readonly removedWrites?: 'pass' | 'throw';
  /** Where scripts' HTTP really goes: host → origin. May grow until the first script runs. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly timeLimitMs?: number;
  /** What carries scripts' requests while they wait; a thread that sends them over HTTP when left out. */
  readonly sendRequest?: Sandbox['sendRequest'];
  /** What evaluates the scripts; `node:vm` when left out. */
  readonly createContext?: CreateScriptContext;
  /** The server's own address. */
  readonly baseUrl: () => string;
  /** Told of every line of every app's log. */
  readonly onLog: (app: string, entry: LoggedEntry) => void;
  /** Told what no app's log can hold; nobody when left out. */
  readonly onNotice?: (message: string) => void;
}

/** Longest time one script execution may take, unless told otherwise. */
const defaultTimeLimitMs = 10_000;

/**
 * Puts the rooms together, without a server in front of them.
 * @throws WorldError when the world cannot be loaded
 */
export async function createSandbox(setup: SandboxSetup): Promise<Sandbox> {
  const { clock, writes, stateFile, buildFolder, timeLimitMs = defaultTimeLimitMs } = setup;
  const { youtrack = newestYouTrack } = setup;
  const sources = loadRealmSources({ buildFolder });
  let registry: AppRegistry | undefined;
  const journal = new RunningJournal(() => ({ clock, apps: registry ?? noApps }));
  const world = await createWorld({
    observe: () => journal.observe(),
    json: setup.world,
    writes,
    clock,
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(setup.snapshot === undefined ? {} : { snapshot: setup.snapshot }),
  });
  // Made at the start, as on a server: made by its first rule, two rules at once would make two.
  await world.transactions.run('write', workflowUser);
  const loadScripts = ({ name, scripts }: AppPackage, log: (entry: LogEntry) => void) =>
    createRealm({
      appName: name,
      scripts,
      sources,
      timeLimitMs,
      now: () => clock.now(),
      mixedScopes: setup.mixedScopes ?? 'warn',
      engine: setup.engine ?? 'es2022',
      youtrack,
      ...(setup.createContext === undefined ? {} : { createContext: setup.createContext }),
      log,
    });
  const apps = new AppRegistry({
    transactions: world.transactions,
    clock,
    archives: createArchives(world),
    configurationOf: (app) => (Object.hasOwn(world.apps, app) ? world.apps[app] : undefined),
    youtrack,
    createRealm: loadScripts,
    onLog: setup.onLog,
    onRemoved: (app) => sandbox.jobs.forget(app),
  });
  registry = apps;
  await apps.restore();
  const outbox: SentMail[] = [];
  const messages: ShownMessage[] = [];
  const { deletes = 'readonly', unset, hosts, baseUrl, removedWrites = 'pass' } = setup;
  const jobs = createJobs(() => sandbox);
  const { sendRequest = (request) => sendRequestSync(sources.httpWorkerFile, request) } = setup;
  const parts = {
    world,
    apps,
    clock,
    jobs,
    journal,
    sources,
    youtrack,
    deletes,
    unset,
    removedWrites,
    hosts,
    sendRequest,
    timeLimitMs,
  };
  const onNotice = setup.onNotice ?? (() => undefined);
  const sandbox: Sandbox = { ...parts, outbox, messages, onNotice, baseUrl };
  jobs.resume();
  return sandbox;
}

function createArchives({ slots }: World): PackageArchives {
  return {
    read(app) {
      const archive = slots.read(`package:${app}`);
      return typeof archive === 'string' ? new Uint8Array(Buffer.from(archive, 'base64')) : undefined;
    },
    write: (app, archive) =>
      slots.write(`package:${app}`, archive === undefined ? null : Buffer.from(archive).toString('base64')),
  };
}
