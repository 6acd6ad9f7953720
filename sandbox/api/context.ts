import { callHost, parseJson, stringifyJson } from './bridge.ts';
import { fromWire, toWire } from './codec.ts';
import { createHttpResponse } from './http-response.ts';
import { describeRequest } from './request.ts';
import { bindFieldHandle } from './requirements.ts';
import { createResponse } from './response.ts';
import type { Primitive } from './wire.ts';

/** What the host says about one execution; entities are wire values. */
export interface ContextDescription {
  /** `issue`, `project`, `article`, `user`, and whatever else is an entity under a name. */
  readonly entities?: Readonly<Record<string, Primitive>>;
  /** What the script's requirements resolved to. */
  readonly requirements?: Readonly<Record<string, ResolvedRequirement>>;
  readonly withRequest?: true;
  readonly withHttpResponse?: true;
  readonly arguments?: unknown;
  readonly userInput?: Primitive;
  readonly flags?: Readonly<Record<string, boolean>>;
}

export interface ResolvedRequirement {
  readonly entity: Primitive;
  /** Values of a field by their alias. */
  readonly values?: Readonly<Record<string, Primitive>>;
}

/** The `ctx` a script's function gets: one per execution; what is costly is asked for when it is read. */
export function createContext(description: ContextDescription): object {
  const ctx: Record<string, unknown> = {};
  defineGetter(ctx, 'currentUser', () => fromWire(callHost('currentUser')));
  defineGetter(ctx, 'settings', () => fromWire(callHost('settings')));
  defineGetter(ctx, 'globalStorage', () => fromWire(callHost('globalStorage')));
  for (const [name, wire] of Object.entries(description.entities ?? {})) {
    defineGetter(ctx, name, () => fromWire(wire));
  }
  defineRequirements(ctx, description);
  Object.assign(ctx, description.flags);
  if (description.arguments !== undefined) ctx.arguments = description.arguments;
  if (description.userInput !== undefined) ctx.userInput = fromWire(description.userInput);
  if (description.withRequest) Object.assign(ctx, { request: describeRequest(), response: createResponse() });
  if (description.withHttpResponse)
    defineGetter(ctx, 'response', () => createHttpResponse(callHost('httpResponse')));
  return Object.assign(ctx, { store, load, invokeAsync });
}

function defineRequirements(ctx: object, { requirements }: ContextDescription): void {
  for (const [alias, { entity, values }] of Object.entries(requirements ?? {})) {
    defineGetter(ctx, alias, () =>
      values === undefined ? fromWire(entity) : bindFieldHandle(entity, values),
    );
  }
}

/** Reads once and keeps; a script may put something else there. */
function defineGetter(ctx: object, name: string, read: () => unknown): void {
  Object.defineProperty(ctx, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = read();
      Object.defineProperty(ctx, name, { value, configurable: true, enumerable: true, writable: true });
      return value;
    },
    set(value: unknown) {
      Object.defineProperty(ctx, name, { value, configurable: true, enumerable: true, writable: true });
    },
  });
}

/** Keeps a value for the async functions of this chain: strings, numbers, booleans, null, entities. */
function store(key: string, value: unknown): void {
  const wire = toWire(value);
  callHost(
    'store',
    String(key),
    stringifyJson({ type: value === null ? 'null' : typeof value, wire: wire ?? null }),
  );
}

function load(key: string): unknown {
  const stored = callHost('load', String(key));
  return typeof stored === 'string' ? fromWire((parseJson(stored) as { wire: Primitive }).wire) : null;
}

function invokeAsync(name: string, delay?: number, deduplicationKey?: string): void {
  const options = { name: String(name), delay: delay ?? 0, key: deduplicationKey ?? null };
  callHost('invokeAsync', stringifyJson(options));
}
