import type { Clock } from '../clock.ts';
import type { Realm } from '../realm/realm.ts';
import type { Id, Transaction, Transactions } from '../world/transaction.ts';
import type { YouTrackVersion } from '../youtrack-versions.ts';
import type { AppConfiguration } from './app-configuration.ts';
import { type AppLog, createAppLog } from './app-log.ts';
import type { AppPackage } from './app-package.ts';
import { type AppRecord, readAppRecord } from './app-record.ts';
import { createInstalledApp } from './create-installed-app.ts';
import type { InstalledApp, LogEntry, LoggedEntry } from './installed-app.ts';
import { unpackPackage } from './load-package.ts';
import { refuseOtherVersions } from './refuse-other-versions.ts';
import { removeApp } from './remove-app.ts';
import { writeApp } from './write-app.ts';

/** What a registry needs from the rest of the sandbox. */
export interface AppRegistryOptions {
  readonly transactions: Transactions;
  readonly clock: Clock;
  /** Where the packages are kept over a restart, by app name; undefined takes one away. */
  readonly archives: PackageArchives;
  /** What the world file says of an app by its name. */
  readonly configurationOf: (app: string) => AppConfiguration | undefined;
  /** Which YouTrack this is; apps that are for others are refused. */
  readonly youtrack: YouTrackVersion;
  /** Evaluates an app's scripts. */
  readonly createRealm: (appPackage: AppPackage, log: (entry: LogEntry) => void) => Realm;
  /** Told of every line of every app's log. */
  readonly onLog: (app: string, entry: LoggedEntry) => void;
  /** Told of an app that is gone. */
  readonly onRemoved: (app: string) => void;
}

/** Keeps the zips of installed apps. */
export interface PackageArchives {
  read(app: string): Uint8Array | undefined;
  write(app: string, archive: Uint8Array | undefined): void;
}

interface RegisteredApp {
  readonly app: InstalledApp;
  readonly log: AppLog;
  /** The record as last read from the world. */
  readonly current: { record: AppRecord };
}

/** The apps of one server. What is told of them is kept in the world, so that it outlives a restart. */
export class AppRegistry {
  readonly #options: AppRegistryOptions;
  readonly #apps = new Map<string, RegisteredApp>();
  readonly #watchers = new Set<() => void>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: AppRegistryOptions) {
    this.#options = options;
  }

  /** Brings back the apps that the world has stored, after a restart. */
  async restore(): Promise<void> {
    const stored = await this.#options.transactions.run('read', (tx) =>
      [...tx.all('App')].map((id) => ({ id, name: String(tx.get(id, 'name')) })),
    );
    for (const { id, name } of stored) {
      const archive = this.#options.archives.read(name);
      if (archive === undefined) continue;
      const appPackage = unpackPackage(archive);
      await this.#register(id, appPackage, this.#load(appPackage));
    }
  }

  /**
   * Installs an app, or replaces the version that is there: attachments, settings and values stay, except those whose
   * declaration is gone or has changed its type.
   * @throws BadPackageError when it is for other versions of YouTrack, PackageError when the scripts cannot be loaded, BadSettingError when the world file has a wrong setting;
   *   then nothing has changed
   */
  install(appPackage: AppPackage): Promise<InstalledApp> {
    return this.#inTurn(() => this.#install(appPackage));
  }

  byName(name: string): InstalledApp | undefined {
    return this.#apps.get(name)?.app;
  }

  /** Finds an app by its name or internal id. */
  find(nameOrId: string): InstalledApp | undefined {
    return this.byName(nameOrId) ?? this.all().find(({ id }) => id === nameOrId);
  }

  all(): readonly InstalledApp[] {
    return [...this.#apps.values()].map(({ app }) => app);
  }

  /** Tells whenever an app has come, been replaced or gone. @returns what ends it */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => void this.#watchers.delete(onChange);
  }

  /** What is stored of an installed app. */
  record(app: InstalledApp): AppRecord {
    return this.#registered(app).current.record;
  }

  /** Changes what is stored of an app; the change holds at once. */
  change<T>(app: InstalledApp, work: (tx: Transaction, record: AppRecord) => T): Promise<T> {
    return this.#inTurn(() => this.#change(app, work));
  }

  /** Reads again what the world has stored of every app, after something else than this registry has written it. */
  async refresh(): Promise<void> {
    await this.#options.transactions.run('read', (tx) => {
      for (const registered of this.#apps.values())
        registered.current.record = readAppRecord(tx, registered.app.id);
    });
  }

  /** Removes an app with its attachments, settings and every value of its extension properties. */
  remove(name: string): Promise<void> {
    return this.#inTurn(() => this.#remove(name));
  }

  /** Administrators' changes come one after another, also where requests overlap: a second import sees the first. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #install(appPackage: AppPackage): Promise<InstalledApp> {
    const { transactions, clock, archives, configurationOf } = this.#options;
    const loaded = this.#load(appPackage);
    const earlier = this.byName(appPackage.name);
    const configuration = configurationOf(appPackage.name);
    // The package goes first: an app whose package is missing after a crash could not be brought back.
    archives.write(appPackage.name, appPackage.archive);
    const id = await transactions.run('write', (tx) =>
      writeApp(tx, { appPackage, earlier, configuration, now: clock.now() }),
    );
    return this.#register(id, appPackage, loaded);
  }

  async #change<T>(app: InstalledApp, work: (tx: Transaction, record: AppRecord) => T): Promise<T> {
    const { transactions } = this.#options;
    const result = await transactions.run('write', (tx) => work(tx, readAppRecord(tx, app.id)));
    this.#registered(app).current.record = await transactions.run('read', (tx) => readAppRecord(tx, app.id));
    return result;
  }

  async #remove(name: string): Promise<void> {
    const app = this.byName(name);
    if (app === undefined) return;
    await this.#options.transactions.run('write', (tx) => removeApp(tx, { id: app.id, name }));
    this.#options.archives.write(name, undefined);
    this.#apps.delete(name);
    this.#options.onRemoved(name);
    for (const onChange of this.#watchers) onChange();
  }

  #load(appPackage: AppPackage): { realm: Realm; log: AppLog } {
    const { clock, createRealm, onLog, youtrack } = this.#options;
    refuseOtherVersions(appPackage, youtrack);
    const earlier = this.#apps.get(appPackage.name);
    const log = earlier?.log ?? createAppLog(clock, (entry) => onLog(appPackage.name, entry));
    return { realm: createRealm(appPackage, log.write), log };
  }

  async #register(
    id: Id,
    appPackage: AppPackage,
    { realm, log }: { realm: Realm; log: AppLog },
  ): Promise<InstalledApp> {
    const record = await this.#options.transactions.run('read', (tx) => readAppRecord(tx, id));
    const current = { record };
    const app = createInstalledApp({ package: appPackage, realm, log, record: () => current.record });
    const registered: RegisteredApp = { app, log, current };
    this.#apps.set(appPackage.name, registered);
    for (const message of appPackage.warnings) app.log({ level: 'WARN', script: undefined, message });
    for (const onChange of this.#watchers) onChange();
    return app;
  }

  #registered(app: InstalledApp): RegisteredApp {
    const registered = this.#apps.get(app.package.name);
    if (registered === undefined) throw new Error(`The app ${app.package.name} is not installed`);
    return registered;
  }
}
