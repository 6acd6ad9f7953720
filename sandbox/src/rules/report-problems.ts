import type { InstalledApp } from '../apps/installed-app.ts';
import type { Realm } from '../realm/realm.ts';

const reported = new WeakMap<Realm, Set<string>>();

/** Says once per loaded app and problem why a script is inactive. */
export function reportProblems(app: InstalledApp, problems: readonly string[]): void {
  const known = reported.get(app.realm) ?? new Set();
  reported.set(app.realm, known);
  for (const problem of problems) {
    if (known.has(problem)) continue;
    known.add(problem);
    app.log({ level: 'WARN', script: undefined, message: `Inactive: ${problem}` });
  }
}
