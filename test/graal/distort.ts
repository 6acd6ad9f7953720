import { type Primitive, writeJson } from '../../sandbox/src/api/wire.ts';
import type { CreateScriptContext, RealmHost } from '../../sandbox/src/realm/realm.ts';

/** One value that a script reads of the platform, such as `get Issue summary` or `settings statusField`. */
export type Place = string;

/** What the platform hands over at one place instead of what is there. */
export interface Distortion {
  readonly place: Place;
  readonly value: Primitive;
}

/** An engine whose platform can be made to hand over anything anywhere; it notes what was read. */
export interface DistortedContext {
  readonly createContext: CreateScriptContext;
  readonly places: Set<Place>;
  distort(distortion: Distortion | undefined): void;
}

/** Reading operations, and which member their arguments name. */
const reads: Readonly<Record<string, (...values: readonly Primitive[]) => Place>> = {
  get: (type, _, name) => `get ${type} ${name}`,
  'ext.get': (_, name) => `ext.get ${name}`,
  'field.get': (_, name) => `field.get ${name}`,
  call: (_, name) => `call ${name}`,
  parameter: (name) => `parameter ${name}`,
  search: () => 'search',
};

/** The same engine between a platform and scripts that it may deceive. */
export function distortContext(create: CreateScriptContext): DistortedContext {
  const places = new Set<Place>();
  let active: Distortion | undefined;
  return {
    places,
    distort(distortion) {
      active = distortion;
    },
    createContext(options) {
      const context = create(options);
      return { ...context, run: (job, host) => context.run(job, through(host)) };
    },
  };

  function through(host: RealmHost): RealmHost {
    return (operation, a, b, c) => {
      if (operation === 'settings') return settings(host(operation, a, b, c));
      const place = reads[operation]?.(a, b, c);
      if (place === undefined) return host(operation, a, b, c);
      places.add(place);
      return active?.place === place ? active.value : host(operation, a, b, c);
    };
  }

  /** All settings are handed over at once, each is a place. */
  function settings(wire: Primitive): Primitive {
    const wires = JSON.parse(String(wire).slice(writeJson('').length)) as Record<string, Primitive>;
    for (const name of Object.keys(wires)) {
      places.add(`settings ${name}`);
      if (active?.place === `settings ${name}`) wires[name] = active.value ?? null;
    }
    return writeJson(JSON.stringify(wires));
  }
}
