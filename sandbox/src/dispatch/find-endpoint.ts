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
  const app = sandbox.apps.byName(call.app);
  const script = app?.realm.modules.find(({ name }) => name === call.handler);
  if (app === undefined || script?.kind !== 'httpHandler') return undefined;
  const endpoint = script.endpoints.find(
    ({ scope, method, path }) =>
      scope === call.scope && method === call.method && path.replace(/^\//, '') === call.path,
  );
  return endpoint === undefined ? undefined : { app, script, endpoint };
}
