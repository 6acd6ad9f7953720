import type { Settings } from '../ports/youtrack.ts';
import { type Disclosure, toDisclosure } from '../protocol/disclosure.ts';
import { once } from '../protocol/once.ts';
import { isSecureAddress } from '../protocol/secure-address.ts';
import { settingDefaults as defaults } from '../protocol/setting-defaults.ts';
import { findText, parseText } from './host-values.ts';

declare function require(path: './read-mirroring.ts'): typeof import('./read-mirroring.ts');

/**
 * The app's settings (`ctx.settings`), all of them global; what is unset or blank has its default, or none. How links are mirrored is read when
 * it is asked for: an `info` does not.
 */
export function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
  const mirroring = once(() => require('./read-mirroring.ts').readMirroring(raw));
  return {
    fields: {
      status: readText(raw.statusField),
      deadline: readText(raw.deadlineField),
      assignee: readText(raw.assigneeField),
    },
    disclosure: readDisclosure(raw.disclosure),
    resolvedIconUrl: readText(raw.resolvedIconUrl),
    unresolvedIconUrl: readText(raw.unresolvedIconUrl),
    serviceAccount: readText(raw.serviceAccount),
    trackerSite: readSite(raw.trackerSite),
    get mirroring() {
      return mirroring();
    },
  };
}

/** Who wanted to tell less and was not understood must not tell all. */
function readDisclosure(value: unknown): Disclosure {
  const text = parseText(value);
  if (!text.ok) return 'key';
  const level = text.value?.trim() ?? '';
  return level === '' ? defaults.disclosure : toDisclosure(level);
}

/** Pages link there: anything that is no secure address would be a link to somewhere else, or a script. */
function readSite(value: unknown): string {
  const text = readText(value) ?? '';
  return isSecureAddress(text) ? text.replace(/(?<!\/)\/+$/, '') : defaults.trackerSite;
}

function readText(value: unknown): string | undefined {
  return findText(value)?.trim();
}
