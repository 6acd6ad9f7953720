import type { DetailsAudience, Mirroring, Settings } from '../ports/youtrack.ts';
import { isSecureAddress } from '../protocol/addresses.ts';
import { type Disclosure, toDisclosure } from '../protocol/disclosure.ts';
import { settingDefaults as defaults } from '../protocol/setting-defaults.ts';
import { findText, parseText } from './host-values.ts';
import { readTrackerConnection } from './tracker-connection.ts';

/** The app's settings (`ctx.settings`), all of them global; what is unset or blank has its default, or none. */
export function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
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
    mirroring: readMirroring(raw),
  };
}

function readMirroring(raw: Readonly<Record<string, unknown>>): Mirroring {
  const applications = {
    issue: readText(raw.issueApplication),
    article: readText(raw.articleApplication),
    project: readText(raw.projectApplication),
    user: readText(raw.userApplication),
  };
  return {
    isConnected: readTrackerConnection(raw) !== undefined,
    applications: Object.fromEntries(Object.entries(applications).filter(([, id]) => id !== undefined)),
    detailsFor: readAudience(raw.trackerDetails),
  };
}

/** What is not understood shows nothing to anybody. */
function readAudience(value: unknown): DetailsAudience {
  const text = readText(value);
  return text === 'linkers' || text === 'readers' ? text : 'nobody';
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
