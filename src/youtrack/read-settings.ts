import type { Disclosure, Settings } from '../ports/youtrack.ts';
import { settingDefaults as defaults } from '../protocol/setting-defaults.ts';
import { findText } from './host-values.ts';

/** The app's settings as they hold where the code runs (`ctx.settings`); what is unset or blank gets its default. */
export function readSettings(raw: Readonly<Record<string, unknown>>): Settings {
  return {
    fields: {
      status: readText(raw.statusField) ?? defaults.statusField,
      deadline: readText(raw.deadlineField) ?? defaults.deadlineField,
      assignee: readText(raw.assigneeField) ?? defaults.assigneeField,
    },
    disclosure: findDisclosure(readText(raw.disclosure)) ?? defaults.disclosure,
    resolvedIconUrl: readText(raw.resolvedIconUrl),
    unresolvedIconUrl: readText(raw.unresolvedIconUrl),
    serviceAccount: readText(raw.serviceAccount),
    trackerSite: readText(raw.trackerSite) ?? defaults.trackerSite,
  };
}

function findDisclosure(value: string | undefined): Disclosure | undefined {
  return value === 'full' || value === 'status' || value === 'key' ? value : undefined;
}

function readText(value: unknown): string | undefined {
  return findText(value)?.trim();
}
