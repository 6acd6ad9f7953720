import type { Sandbox } from '../ports/sandbox.ts';
import type { EndpointCall } from './endpoint-call.ts';

/** Says, where the author of an app looks, why a call did not get through: the answer itself must not. */
export function explainRefusal(sandbox: Sandbox, call: EndpointCall, { status, reason }: Refusal): void {
  const { method, fullPath: path, app } = call;
  logRefusal(sandbox, { method, path, status, reason, app });
}

/** A request that was refused, and why. */
export interface RefusedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly reason: string;
  /** Name of the app it was meant for; as the path says when left out. */
  readonly app?: string;
}

/** The same for a request that never became a call of an app: a bad token, for one. */
export function logRefusal(
  sandbox: Sandbox,
  { method, path, status, reason, app: name }: RefusedRequest,
): void {
  const message = `${method} ${path} is answered ${status}: ${reason}`;
  const app = sandbox.apps.byName(name ?? /\/extensionEndpoints\/([^/]+)/.exec(path)?.[1] ?? '');
  if (app === undefined) sandbox.onNotice(message);
  else app.log({ level: 'WARN', script: undefined, message });
}

export interface Refusal {
  readonly status: 401 | 403 | 404 | 405;
  readonly reason: string;
  /** The methods that the path has, for 405. */
  readonly allow?: string;
}

/** Which part of an address leads nowhere, and what there would be. */
export function describeMissing(sandbox: Sandbox, call: EndpointCall): string {
  const app = sandbox.apps.byName(call.app);
  if (app === undefined)
    return `there is no app ${call.app}; installed: ${listOf(sandbox.apps.all().map((one) => one.package.name))}`;
  const handlers = app.realm.modules.filter((module) => module.kind === 'httpHandler');
  const handler = handlers.find(({ name }) => name === call.handler);
  if (handler === undefined)
    return `the app has no HTTP handler ${call.handler}; it has ${listOf(handlers.map(({ name }) => name))}`;
  const endpoints = handler.endpoints.map(({ method, path, scope }) => `${method} ${path} (${scope})`);
  return `${call.handler}.js has no ${call.method} ${call.path} (${call.scope}); it has ${listOf(endpoints)}`;
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
