/** Members that came with a later version, by name: `{iconUrl: '2026.2'}`. */
export type LaterNames = Readonly<Record<string, string>>;

/** What to say of a member that is not there yet. */
export interface LaterGuard {
  /** What the members belong to: `Project`. */
  readonly owner: string;
  readonly names: LaterNames;
  /** The version there is: `2025.3`. */
  readonly version: string;
}

/**
 * Takes members away from an object as if they had never been there: `in` says no. Reading or assigning one throws an error
 * that says which version brings it, where a server would give `undefined` and fail some lines later.
 * @param target loses them; what stands behind it in the chain of prototypes stays
 */
export function guardLater(target: object, { owner, names, version }: LaterGuard): void {
  for (const name of Object.keys(names)) Reflect.deleteProperty(target, name);
  const behind: object = Object.create(Reflect.getPrototypeOf(target));
  const refuse = (name: PropertyKey): void => {
    const since = typeof name === 'string' && Object.hasOwn(names, name) ? names[name] : undefined;
    if (since === undefined) return;
    throw new TypeError(
      `${owner}.${String(name)} came with YouTrack ${since}, and this is ${version}; ask for it with "in" before`,
    );
  };
  Reflect.setPrototypeOf(
    target,
    new Proxy(behind, {
      get(of, name, receiver) {
        refuse(name);
        return Reflect.get(of, name, receiver);
      },
      set(of, name, value, receiver) {
        refuse(name);
        return Reflect.set(of, name, value, receiver);
      },
    }),
  );
}
