import type { RealmOptions } from './realm.ts';
import type { ScriptModule } from './script-module.ts';

/** Says in the app's log which rules are taken and never run here. */
export function warnOfIdleRules(modules: readonly ScriptModule[], log: RealmOptions['log']): void {
  for (const module of modules) {
    if (module.kind !== 'rule') continue;
    const { kind, target } = module.rule;
    const isIdle = kind === 'sla' || (kind === 'action' && target !== 'Issue');
    if (!isIdle) continue;
    const message = `${target}.${kind} rules are not emulated by the sandbox: this one never runs`;
    log({ level: 'WARN', script: module.name, message });
  }
}
