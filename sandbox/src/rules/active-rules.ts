import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { RuleModule } from '../realm/script-module.ts';
import type { Id } from '../world/transaction.ts';

export interface AppRule {
  readonly app: InstalledApp;
  readonly script: RuleModule;
}

/** The rules of one kind and target of every installed app, in the order of installation. */
export function rulesOf({ apps }: Sandbox, kind: RuleModule['rule']['kind'], target: string): AppRule[] {
  return apps
    .all()
    .flatMap((app) =>
      app.realm.modules.flatMap((script) =>
        script.kind === 'rule' &&
        script.rule.kind === kind &&
        script.rule.target === target &&
        script.rule.idle === undefined
          ? [{ app, script }]
          : [],
      ),
    );
}

/** Rules work in the projects their app is attached to and active in. */
export function isActiveIn(app: InstalledApp, project: Id): boolean {
  return app.isAttached(project) && app.isActive(project);
}
