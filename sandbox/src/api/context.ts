import { guardLater, type LaterGuard, type LaterNames } from '../guard-later.ts';
import { callHost, parseJson, stringifyJson } from './bridge.ts';
import { fromWire, toWire } from './codec.ts';
import { createHttpResponse } from './http-response.ts';
import { Request } from './request.ts';
import { bindFieldHandle } from './requirements.ts';
import { Response } from './response.ts';
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

/** What few scripts read and is costly to make: asked for when it is read, then kept in the `ctx` it was read from. */
const lazyParts = defineLazily({
  settings: () => fromWire(callHost('settings')),
  globalStorage: () => fromWire(callHost('globalStorage')),
});

/** Functions of every `ctx`. */
const functions = { store, load, invokeAsync };

/** Those of them that this version of YouTrack does not have. */
let laterNames: LaterNames = {};

/** Takes out of every `ctx` to come what a later version brings. */
export function guardContext(guard: LaterGuard): void {
  laterNames = guard.names;
  if (Object.keys(laterNames).length > 0) guardLater(lazyParts, guard);
}

/** The `ctx` a script's function gets: one per execution, an object like any other. */
export function createContext(description: ContextDescription): object {
  const { entities, requirements, flags, userInput } = description;
  const ctx: Record<string, unknown> = Object.create(lazyParts);
  ctx.currentUser = fromWire(callHost('currentUser'));
  for (const name in entities) ctx[name] = fromWire(entities[name]);
  for (const alias in requirements) ctx[alias] = resolveAlias(requirements[alias]);
  for (const flag in flags) ctx[flag] = flags[flag];
  if (description.arguments !== undefined) ctx.arguments = description.arguments;
  if (userInput !== undefined) ctx.userInput = fromWire(userInput);
  if (description.withRequest) ctx.request = new Request();
  if (description.withRequest) ctx.response = new Response();
  if (description.withHttpResponse) ctx.response = createHttpResponse(callHost('httpResponse'));
  for (const [name, value] of Object.entries(functions)) if (!(name in laterNames)) ctx[name] = value;
  return ctx;
}

function resolveAlias(requirement: ResolvedRequirement | undefined): unknown {
  if (requirement?.values === undefined) return fromWire(requirement?.entity);
  return bindFieldHandle(requirement.entity, requirement.values);
}

function defineLazily(readers: Readonly<Record<string, () => unknown>>): object {
  const parts = {};
  for (const [name, read] of Object.entries(readers)) {
    const keep = (ctx: object, value: unknown) => {
      Object.defineProperty(ctx, name, { value, configurable: true, enumerable: true, writable: true });
      return value;
    };
    Object.defineProperty(parts, name, {
      enumerable: true,
      get(this: object) {
        return keep(this, read());
      },
      set(this: object, value: unknown) {
        keep(this, value);
      },
    });
  }
  return parts;
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
