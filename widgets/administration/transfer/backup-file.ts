import type { StoredObject } from '../../../src/transfer/transfer-answer.ts';
import type { AppSettings } from '../connection/app-settings.ts';

/** Everything that the app stores, as one file. */
export interface BackupFile {
  readonly format: typeof format;
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt: string;
  /** Without secrets; absent where YouTrack did not show them. */
  readonly settings?: AppSettings;
  readonly objects: readonly StoredObject[];
}

/** Why a file cannot be imported. `newer`: another version of the app wrote it. */
export type BackupProblem = 'not_json' | 'foreign' | 'newer' | 'damaged';

const format = 'tracker-links-backup';
const version = 1;

/** Settings that are secret: not even their mask gets into a file. */
const secrets: readonly string[] = ['trackerAuthorization'];

export function toBackup(
  objects: readonly StoredObject[],
  settings: AppSettings | undefined,
  now: Date,
): BackupFile {
  return {
    format,
    version,
    exportedAt: now.toISOString(),
    ...(settings && { settings: withoutSecrets(settings) }),
    objects,
  };
}

export function formatBackup(file: BackupFile): string {
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** Reads what `formatBackup` wrote; what each object holds, the server reads. */
export function parseBackup(text: string): BackupFile | BackupProblem {
  const read = readJson(text);
  if (read === undefined) return 'not_json';
  if (!isRecord(read) || read.format !== format) return 'foreign';
  if (typeof read.version === 'number' && read.version > version) return 'newer';
  const { objects, settings, exportedAt } = read;
  if (!Array.isArray(objects) || !objects.every(isRecord)) return 'damaged';
  return {
    format,
    version,
    exportedAt: String(exportedAt ?? ''),
    ...(isRecord(settings) && { settings: withoutSecrets(settings) }),
    // Whether they are what they seem is for the server to say, before anything is changed.
    objects: objects as unknown as readonly StoredObject[],
  };
}

function withoutSecrets(settings: AppSettings): AppSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !secrets.includes(name)));
}

/** Undefined for what is no JSON. A byte order mark is none, yet editors write it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Said to the person as "not JSON": nothing is lost.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
