import type { MachineDescription } from '../api/describe-machine.ts';
import { PackageError } from './package-error.ts';
import { parseQuartz } from './quartz.ts';
import {
  type DescribedScript,
  type EndpointScope,
  endpointScopes,
  type RuleModule,
  type ScriptEndpoint,
  type ScriptModule,
} from './script-module.ts';

/**
 * The scripts of a package as modules. One handler file keeps to one family of scopes: issue, article and project, or
 * user and global (JetBrains, script-types, "HTTP handler").
 * @throws PackageError
 */
export function checkModules(scripts: readonly DescribedScript[]): ScriptModule[] {
  return scripts.map(checkModule);
}

function checkModule(script: DescribedScript): ScriptModule {
  if (script.kind === 'invalid') throw new PackageError(`script ${script.name}.js ${script.problem}`);
  if (script.kind === 'rule') return checkRule(script);
  if (script.kind !== 'httpHandler') return script;
  const endpoints = script.endpoints.map((endpoint) => ({
    ...endpoint,
    scope: checkScope(script.name, endpoint.scope),
  }));
  refuseMixedFamilies(script.name, endpoints);
  return { ...script, endpoints };
}

/** A schedule that cannot be read would never run, and nobody would know. */
function checkRule(script: Extract<DescribedScript, { kind: 'rule' }>): RuleModule {
  const { kind, cron, machine } = script.rule;
  if (machine !== undefined) checkMachine(script.name, machine);
  if (kind !== 'onSchedule') return script;
  if (cron === undefined)
    throw new PackageError(`script ${script.name}.js has an on-schedule rule without cron`);
  try {
    parseQuartz(cron);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackageError(
      `script ${script.name}.js has the cron '${cron}', which cannot be read: ${reason}`,
    );
  }
  return script;
}

/** Every machine has one initial state, and every transition leads to a state of it. */
function checkMachine(script: string, { field, machines }: MachineDescription): void {
  if (field === '') throw new PackageError(`script ${script}.js has a state machine without fieldName`);
  for (const states of Object.values(machines)) {
    const initial = Object.values(states).filter(({ isInitial }) => isInitial);
    if (initial.length !== 1)
      throw new PackageError(`script ${script}.js has a state machine with ${initial.length} initial states`);
    for (const { transitions } of Object.values(states)) {
      const lost = Object.values(transitions).find(({ target }) => !Object.hasOwn(states, target));
      if (lost !== undefined)
        throw new PackageError(`script ${script}.js has a transition to the unknown state '${lost.target}'`);
    }
  }
}

function checkScope(script: string, scope: string): EndpointScope {
  const known = endpointScopes.find((name) => name === scope);
  if (known !== undefined) return known;
  throw new PackageError(`script ${script}.js has an endpoint of the unknown scope '${scope}'`);
}

function refuseMixedFamilies(script: string, endpoints: readonly ScriptEndpoint[]): void {
  const globalOne = endpoints.find(({ scope }) => scope === 'global' || scope === 'user');
  const projectOne = endpoints.find(({ scope }) => scope !== 'global' && scope !== 'user');
  if (globalOne === undefined || projectOne === undefined) return;
  throw new PackageError(
    `script ${script}.js mixes the scopes '${globalOne.scope}' and '${projectOne.scope}': issue, article and project ` +
      'endpoints need a file apart from user and global ones',
  );
}
