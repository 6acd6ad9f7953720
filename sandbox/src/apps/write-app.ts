import { forgetExtensionValues } from '../world/extension-values.ts';
import { globalStorageOf } from '../world/global-storage.ts';
import { findProject } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import type { AppConfiguration } from './app-configuration.ts';
import type { AppPackage, ExtensionDeclaration } from './app-package.ts';
import { readAppRecord, type StoredSettings } from './app-record.ts';
import { attachApp } from './attach-app.ts';

import type { InstalledApp } from './installed-app.ts';
import { isJsonObject, type Json } from './json.ts';
import { BadSettingError, parseSetting } from './parse-setting.ts';
import type { SettingDeclaration } from './setting-declaration.ts';

/** An import as it is written into the world. */
export interface AppWrite {
  readonly appPackage: AppPackage;
  /** The version that is replaced. */
  readonly earlier: InstalledApp | undefined;
  /** What the world file says of a new app; a replaced one keeps what it has. */
  readonly configuration: AppConfiguration | undefined;
  readonly now: number;
}

/**
 * Stores a new app, or a new version of one.
 * @returns the id of its `App` entity
 * @throws BadSettingError when the world file's settings do not fit the declarations
 */
export function writeApp(tx: Transaction, write: AppWrite): Id {
  const { appPackage, earlier, now } = write;
  if (earlier === undefined) return createApp(tx, write);
  tx.set(earlier.id, 'version', appPackage.version);
  tx.set(earlier.id, 'updated', now);
  dropVanishedSettings(tx, earlier, appPackage);
  forgetExtensionValues(tx, { app: appPackage.name, keeps: keptExtensions(earlier.package, appPackage) });
  return earlier.id;
}

function createApp(tx: Transaction, { appPackage, configuration, now }: AppWrite): Id {
  const { name, version } = appPackage;
  const declarations = appPackage.settings;
  const app = tx.create('App', {
    name,
    version,
    enabled: configuration?.enabled !== false,
    autoAttach: configuration?.projects === undefined,
    settings: JSON.stringify(parseSettings(tx, declarations, configuration?.settings)),
    updated: now,
  });
  globalStorageOf(tx, name);
  const projects = configuration?.projects?.map((key) => existingProject(tx, name, key)) ?? tx.all('Project');
  const byProject = new Map(
    Object.entries(configuration?.projectSettings ?? {}).map(([key, values]) => [
      existingProject(tx, name, key),
      values,
    ]),
  );
  for (const project of projects) {
    attachApp(tx, { app, project, settings: parseSettings(tx, declarations, byProject.get(project)) });
  }
  return app;
}

function existingProject(tx: Transaction, app: string, key: string): Id {
  const project = findProject(tx, key);
  if (project === undefined) throw new BadSettingError(`apps.${app}: there is no project "${key}".`);
  return project;
}

function parseSettings(
  tx: Transaction,
  declarations: readonly SettingDeclaration[],
  values: Readonly<Record<string, unknown>> | undefined,
): StoredSettings {
  const parsed: Record<string, Json> = {};
  for (const [name, value] of Object.entries(isJsonObject(values) ? values : {})) {
    const declaration = declarations.find((candidate) => candidate.name === name);
    if (declaration === undefined) throw new BadSettingError(`The app declares no setting "${name}".`);
    if (value !== null && value !== undefined) parsed[name] = parseSetting(tx, declaration, value);
  }
  return parsed;
}

function dropVanishedSettings(tx: Transaction, earlier: InstalledApp, next: AppPackage): void {
  const kept = keptSettings(earlier.package, next);
  const { settings, usages } = readAppRecord(tx, earlier.id);
  tx.set(earlier.id, 'settings', JSON.stringify(pick(settings, kept)));
  for (const usage of usages.values())
    tx.set(usage.id, 'settings', JSON.stringify(pick(usage.settings, kept)));
}

/** Names of the settings that both versions declare with the same type. */
function keptSettings(earlier: AppPackage, next: AppPackage): ReadonlySet<string> {
  const before = new Map(earlier.settings.map((setting) => [setting.name, setting]));
  const kept = next.settings.filter(({ name, type, entityType }) => {
    const old = before.get(name);
    return old?.type === type && old.entityType === entityType;
  });
  return new Set(kept.map(({ name }) => name));
}

/**
 * Whether a property outlives an import: what a new version no longer declares, or declares with another type, is lost.
 * Source: "Lifecycle" of JetBrains' reference on extension properties.
 */
function keptExtensions(
  earlier: AppPackage,
  next: AppPackage,
): (entityType: string, name: string) => boolean {
  const signature = ({ entityType, name, type, multi }: ExtensionDeclaration) =>
    `${entityType} ${name} ${type} ${multi}`;
  const before = new Set(earlier.extensions.map(signature));
  const kept = next.extensions.filter((extension) => before.has(signature(extension)));
  return (entityType, name) =>
    kept.some((extension) => extension.entityType === entityType && extension.name === name);
}

function pick(settings: StoredSettings, names: ReadonlySet<string>): StoredSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.has(name)));
}
