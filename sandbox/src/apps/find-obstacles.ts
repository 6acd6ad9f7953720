import type { Id } from '../world/transaction.ts';
import type { AppRecord } from './app-record.ts';
import { missingGlobally, missingInProject } from './resolve-settings.ts';
import type { SettingDeclaration } from './setting-declaration.ts';

/**
 * What keeps an app from being active on the server, or in a project: one sentence each, none when it is active.
 * Source: "Required Settings" of JetBrains' reference on app persistence; attachment and switches [doc].
 */
export function findObstacles(
  record: AppRecord,
  declarations: readonly SettingDeclaration[],
  project: Id | undefined,
): readonly string[] {
  const off = record.enabled ? [] : ['it is switched off'];
  if (project === undefined)
    return [...off, ...describeMissing(missingGlobally(declarations, record), 'the server')];
  const usage = record.usages.get(project);
  if (usage === undefined) return [...off, 'it is not attached to the project'];
  return [
    ...off,
    ...(usage.enabled ? [] : ['it is switched off in the project']),
    ...describeMissing(missingInProject(declarations, record.settings, usage.settings), 'the project'),
  ];
}

function describeMissing(names: readonly string[], place: string): string[] {
  return names.map((name) => `the required setting "${name}" has no value for ${place}`);
}
