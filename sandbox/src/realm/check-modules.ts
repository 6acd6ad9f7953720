import { idleReason } from './idle-reason.ts';
import { PackageError } from './package-error.ts';
import type { MixedScopes } from './realm.ts';
import {
  type DescribedScript,
  type EndpointScope,
  endpointScopes,
  type HandlerModule,
  type ScriptEndpoint,
  type ScriptModule,
} from './script-module.ts';

export interface ModuleCheck {
  readonly mixedScopes: MixedScopes;
  /** Told what is imported and does not work as its author may think. */
  warn(script: string, message: string): void;
}

/**
 * The scripts of a package as modules. What no source says is refused on import is a warning, and does nothing.
 * @throws PackageError for scopes of both families in one file, where that is to be refused
 */
export function checkModules(scripts: readonly DescribedScript[], check: ModuleCheck): ScriptModule[] {
  return scripts.map((script) => checkModule(script, check));
}

function checkModule(script: DescribedScript, check: ModuleCheck): ScriptModule {
  const { name } = script;
  if (script.kind === 'invalid') {
    check.warn(name, `${script.problem}: nothing of it is used`);
    return { name, kind: 'library' };
  }
  if (script.kind === 'rule') {
    const idle = idleReason(script.rule);
    if (idle === undefined) return script;
    check.warn(name, `the rule never runs: ${idle}`);
    return { ...script, rule: { ...script.rule, idle } };
  }
  if (script.kind !== 'httpHandler') return script;
  return checkHandler(script, check);
}

function checkHandler(
  script: Extract<DescribedScript, { kind: 'httpHandler' }>,
  check: ModuleCheck,
): HandlerModule {
  const endpoints = script.endpoints.flatMap((endpoint, index): ScriptEndpoint[] => {
    const scope = endpointScopes.find((known) => known === endpoint.scope);
    if (scope !== undefined) return [{ ...endpoint, scope, index }];
    check.warn(
      script.name,
      `there is no scope '${endpoint.scope}': its endpoint ${endpoint.path} is left out`,
    );
    return [];
  });
  reportMixedFamilies(script.name, endpoints, check);
  return { ...script, endpoints };
}

/** One handler file keeps to one family of scopes (JetBrains, script-types, "HTTP handler"). */
function reportMixedFamilies(script: string, endpoints: readonly ScriptEndpoint[], check: ModuleCheck): void {
  const isGlobal = (scope: EndpointScope) => scope === 'global' || scope === 'user';
  const globalOne = endpoints.find(({ scope }) => isGlobal(scope));
  const projectOne = endpoints.find(({ scope }) => !isGlobal(scope));
  if (globalOne === undefined || projectOne === undefined) return;
  const problem =
    `mixes the scopes '${globalOne.scope}' and '${projectOne.scope}': issue, article and project endpoints need a file ` +
    'apart from user and global ones';
  if (check.mixedScopes === 'refuse') throw new PackageError(`script ${script}.js ${problem}`);
  check.warn(script, `${script}.js ${problem}`);
}
