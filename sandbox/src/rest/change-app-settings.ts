import type { AppRecord, StoredSettings, UsageRecord } from '../apps/app-record.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { isJsonObject, type Json, type JsonObject } from '../apps/json.ts';
import { BadSettingError, parseSetting, secretMask } from '../apps/parse-setting.ts';
import type { SettingScope } from '../apps/setting-declaration.ts';
import type { Transaction } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { RestError } from './rest-error.ts';

/** A change of an app's configuration, as it was sent. */
export interface SettingsChange {
  readonly app: InstalledApp;
  readonly record: AppRecord;
  /** `{enabled?, globalSettings?, projectSettings?}`; settings are an object, or a text of JSON that holds one. */
  readonly body: JsonObject;
}

/**
 * Enables or disables an app and sets its global settings: what is sent takes the place of all that was stored; a secret's mask
 * keeps the secret, `null` is unset.
 * @throws RestError 400
 */
export function changeGlobalConfiguration(tx: Transaction, { app, record, body }: SettingsChange): void {
  acceptKeys(body, ['enabled', 'globalSettings', 'visibilitySettings']);
  refuseVisibility(body);
  const enabled = readEnabled(body.enabled);
  if (enabled !== undefined) tx.set(record.id, 'enabled', enabled);
  const settings = replaceSettings(tx, {
    app,
    level: 'GLOBAL',
    stored: record.settings,
    sent: body.globalSettings,
  });
  tx.set(record.id, 'settings', JSON.stringify(settings));
}

/**
 * The same for one project.
 * @throws RestError 400
 */
export function changeProjectConfiguration(
  tx: Transaction,
  { app, usage, body }: Omit<SettingsChange, 'record'> & { usage: UsageRecord },
): void {
  acceptKeys(body, ['app', 'enabled', 'projectSettings', 'visibilitySettings']);
  refuseVisibility(body);
  const enabled = readEnabled(body.enabled);
  if (enabled !== undefined) tx.set(usage.id, 'enabled', enabled);
  const settings = replaceSettings(tx, {
    app,
    level: 'PROJECT',
    stored: usage.settings,
    sent: body.projectSettings,
  });
  tx.set(usage.id, 'settings', JSON.stringify(settings));
}

/** Apps are visible to everybody here; a limit that would not hold must not look as if it did. */
function refuseVisibility({ visibilitySettings }: JsonObject): void {
  if (!isJsonObject(visibilitySettings)) return;
  const { permittedUsers, permittedGroups } = visibilitySettings;
  const isLimited = [permittedUsers, permittedGroups].some((list) => Array.isArray(list) && list.length > 0);
  if (isLimited) throw new RestError(501, 'The sandbox does not emulate visibility settings of apps.');
}

function readEnabled(enabled: Json | undefined): boolean | undefined {
  if (enabled === undefined || enabled === null) return undefined;
  if (typeof enabled === 'boolean') return enabled;
  throw new RestError(400, '"enabled" must be true or false.');
}

interface Replacement {
  readonly app: InstalledApp;
  readonly level: SettingScope;
  readonly stored: StoredSettings;
  readonly sent: Json | undefined;
}

function replaceSettings(tx: Transaction, { app, level, stored, sent }: Replacement): StoredSettings {
  if (sent === undefined) return stored;
  const settings: Record<string, Json | undefined> = {};
  for (const [name, value = null] of Object.entries(readSettings(sent))) {
    const declaration = app.package.settings.find((candidate) => candidate.name === name);
    if (declaration === undefined) throw new RestError(400, `The app declares no setting "${name}".`);
    if (declaration.scope !== 'BOTH' && declaration.scope !== level) {
      throw new RestError(400, `The setting "${name}" can only be set at the level ${declaration.scope}.`);
    }
    if (declaration.type === 'secret' && value === secretMask) settings[name] = stored[name];
    else if (value !== null) settings[name] = refused(() => parseSetting(tx, declaration, value));
  }
  return settings;
}

function readSettings(sent: Json | undefined): JsonObject {
  if (sent === undefined || sent === null || sent === '') return {};
  const settings = typeof sent === 'string' ? parse(sent) : sent;
  if (!isJsonObject(settings))
    throw new RestError(400, 'Settings must be a JSON object, or a text that holds one.');
  return settings;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof BadSettingError ? new RestError(400, error.message) : error;
  }
}
