import { laterMembers } from './later-members.ts';

/**
 * Takes away what the language got after ECMAScript 2022, so that a script finds what the oldest server's engine has, and what
 * asks before it uses something (or brings its own) does so here as well.
 */
export function removeLaterMembers(): void {
  const hidden = hiddenObjects();
  for (const [, members] of laterMembers) for (const member of members) removeMember(member, hidden);
}

function removeMember(path: string, hidden: ReadonlyMap<string, object>): void {
  const end = path.lastIndexOf('.');
  const owner = end === -1 ? globalThis : ownerOf(path.slice(0, end), hidden);
  if (owner !== undefined) Reflect.deleteProperty(owner, path.slice(end + 1));
}

function ownerOf(path: string, hidden: ReadonlyMap<string, object>): object | undefined {
  const known = hidden.get(path);
  if (known !== undefined) return known;
  let found: unknown = globalThis;
  for (const name of path.split('.')) {
    if (!isObject(found)) return undefined;
    found = Reflect.get(found, name);
  }
  return isObject(found) ? found : undefined;
}

/** Objects of the language that no global name leads to. */
function hiddenObjects(): ReadonlyMap<string, object> {
  const arrayIterator: object = Reflect.getPrototypeOf([][Symbol.iterator]()) ?? {};
  return new Map([
    ['TypedArray.prototype', Reflect.getPrototypeOf(Int8Array.prototype) ?? {}],
    ['Iterator.prototype', Reflect.getPrototypeOf(arrayIterator) ?? {}],
  ]);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
