import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { HandlerModule, ScriptEndpoint } from '../realm/script-module.ts';
import type { EndpointCall } from './endpoint-call.ts';

/** The endpoint a call names. */
export interface FoundEndpoint {
  readonly app: InstalledApp;
  readonly script: HandlerModule;
  readonly endpoint: ScriptEndpoint;
}

/** Exact match of scope, method and path; only a slash before a declared path does not count. The first of several wins. */
export function findEndpoint(sandbox: Sandbox, call: EndpointCall): FoundEndpoint | undefined {
  return endpointsAt(sandbox, call).find(({ endpoint }) => endpoint.method === call.method);
}

/** The endpoints at the path a call names, one for each method they answer to. */
export function findOtherMethods(sandbox: Sandbox, call: EndpointCall): FoundEndpoint[] {
  const byMethod = new Map<string, FoundEndpoint>();
  for (const found of endpointsAt(sandbox, call))
    if (!byMethod.has(found.endpoint.method)) byMethod.set(found.endpoint.method, found);
  return [...byMethod.values()];
}

function endpointsAt(sandbox: Sandbox, call: EndpointCall): FoundEndpoint[] {
  const app = sandbox.apps.byName(call.app);
  const script = app?.realm.modules.find(({ name }) => name === call.handler);
  if (app === undefined || script?.kind !== 'httpHandler') return [];
  return script.endpoints
    .filter(({ scope, path }) => scope === call.scope && path.replace(/^\//, '') === call.path)
    .map((endpoint) => ({ app, script, endpoint }));
}
