import type { ScriptModule } from '../../realm/script-module.ts';
import { resolveRequirements } from '../../rules/resolve-requirements.ts';
import type { Id } from '../../world/transaction.ts';
import type { AppSubject } from './app-subject.ts';

/** What a script requires and does not find in a project, one sentence each. */
export function unmetRequirements(
  { tx }: Pick<AppSubject, 'tx'>,
  module: ScriptModule,
  project: Id,
): readonly string[] {
  return module.kind === 'library' ? [] : resolveRequirements(tx, { script: module, project }).problems;
}

/** Whether an app has a script that misses something in a project. */
export function isBrokenIn({ tx, app }: Pick<AppSubject, 'tx' | 'app'>, project: Id): boolean {
  return app.realm.modules.some((module) => unmetRequirements({ tx }, module, project).length > 0);
}
