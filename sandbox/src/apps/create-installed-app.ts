import type { Realm } from '../realm/realm.ts';
import type { AppLog } from './app-log.ts';
import type { AppPackage } from './app-package.ts';
import type { AppRecord } from './app-record.ts';
import { findObstacles } from './find-obstacles.ts';
import type { InstalledApp } from './installed-app.ts';
import { rawSetting, resolveSettings } from './resolve-settings.ts';

/** What an installed app is made of. */
export interface InstalledAppParts {
  readonly package: AppPackage;
  readonly realm: Realm;
  readonly log: AppLog;
  /** The record as last read from the world. */
  readonly record: () => AppRecord;
}

/** Joins a package, its realm, its log and its record to what the rest of the sandbox sees of an app. */
export function createInstalledApp({
  package: appPackage,
  realm,
  log,
  record,
}: InstalledAppParts): InstalledApp {
  const declarations = appPackage.settings;
  const projectSettings = (project: string | undefined) =>
    project === undefined ? undefined : (record().usages.get(project)?.settings ?? {});
  const obstacles = (project: string | undefined) => findObstacles(record(), declarations, project);
  return {
    id: record().id,
    package: appPackage,
    get enabled() {
      return record().enabled;
    },
    realm,
    isAttached: (project) => record().usages.has(project),
    isActive: (project) => obstacles(project).length === 0,
    obstacles,
    settings: (project) => resolveSettings(declarations, record().settings, projectSettings(project)),
    revealSecret(name, project) {
      const declaration = declarations.find((candidate) => candidate.name === name);
      const value = declaration && rawSetting(declaration, record().settings, projectSettings(project));
      return typeof value === 'string' ? value : undefined;
    },
    log: log.write,
    logs: log.entries,
  };
}
