import { callHost } from './bridge.ts';
import { referenceOf } from './entity.ts';
import { EntitySet } from './entity-set.ts';

/** An issue's links: a live set per link name (`parent for`, `relates to`); names that are no link type are undefined. */
export function linksOf(issue: object): object {
  const owner = referenceOf(issue, 'links');
  const sets = new Map<string, EntitySet>();
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === 'string' ? find(name) : undefined),
    set: (_, name) => {
      throw new TypeError(`issue.links['${String(name)}'] is a set: add to it or delete from it`);
    },
    has: (_, name) => typeof name === 'string' && linkNames().includes(name),
    ownKeys: linkNames,
    getOwnPropertyDescriptor: (_, name) => ({
      value: find(String(name)),
      enumerable: true,
      configurable: true,
    }),
  });

  function find(name: string): EntitySet | undefined {
    if (!linkNames().includes(name)) return undefined;
    const known = sets.get(name) ?? new EntitySet({ owner, property: `link:${name}` });
    sets.set(name, known);
    return known;
  }
}

function linkNames(): string[] {
  const names = callHost('link.names');
  return typeof names === 'string' && names !== '' ? names.split('\n') : [];
}
