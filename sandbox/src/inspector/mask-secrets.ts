import type { AppRecord } from '../apps/app-record.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import { secretMask } from '../apps/parse-setting.ts';
import type { Id } from '../world/transaction.ts';

/** Whose secrets there are. */
export interface SecretHolders {
  all(): readonly InstalledApp[];
  record(app: InstalledApp): AppRecord;
}

export type Mask = (text: string) => string;

/** Shorter ones would be found in everything; nobody calls them secrets. */
const shortestSecret = 4;

/** Headers that carry who somebody is. */
const secretHeaders = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token)$/i;

/**
 * Puts a mask in the place of every secret of every app, wherever it stands in a text: as it is, as JSON or an address writes it,
 * and, by its setting's name, a value that is about to become one.
 */
export function createMask(apps: SecretHolders): Mask {
  const secrets = apps.all().flatMap((app) => secretsOf(app, apps.record(app)));
  const values = [...new Set(secrets.flatMap(({ values: own }) => own.flatMap(writings)))]
    .filter((value) => value.length >= shortestSecret)
    .sort((one, other) => other.length - one.length);
  const names = [...new Set(secrets.map(({ name }) => name))];
  if (names.length === 0) return (text) => text;
  const named = new RegExp(
    `(\\\\{0,15})"(${names.map(toPattern).join('|')})\\1"(\\s*:\\s*)\\1"(?:(?!\\1").)*\\1"`,
    'gs',
  );
  return (text) =>
    values
      .reduce((masked, value) => masked.replaceAll(value, secretMask), text)
      .replace(
        named,
        (_, quote, name, colon) => `${quote}"${name}${quote}"${colon}${quote}"${secretMask}${quote}"`,
      );
}

/**
 * The stored settings of an app (JSON) with a mask for every value that is not known to be none: those of an app that is only
 * being imported are not.
 */
export function maskSettings(apps: SecretHolders, app: Id | undefined, text: string): string {
  const declared = apps.all().find(({ id }) => id === app)?.package.settings ?? [];
  const isPlain = (name: string) => declared.some((one) => one.name === name && one.type !== 'secret');
  const stored: unknown = JSON.parse(text);
  const entries = Object.entries(stored ?? {}).map(([name, value]) => [
    name,
    isPlain(name) ? value : secretMask,
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** Headers as they are shown. */
export function maskHeaders(
  headers: Iterable<readonly [string, string]>,
  mask: Mask,
): (readonly [string, string])[] {
  return [...headers].map(
    ([name, value]) => [name, secretHeaders.test(name) ? secretMask : mask(value)] as const,
  );
}

interface Secret {
  readonly name: string;
  /** At every level. */
  readonly values: readonly string[];
}

function secretsOf({ package: { settings } }: InstalledApp, record: AppRecord): Secret[] {
  const levels = [record.settings, ...[...record.usages.values()].map((usage) => usage.settings)];
  return settings
    .filter(({ type }) => type === 'secret')
    .map(({ name }) => ({
      name,
      values: levels.map((level) => level[name]).filter((value) => typeof value === 'string'),
    }));
}

function writings(value: string): string[] {
  return [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
}

function toPattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
