/** What V8 puts into a fresh context beyond ECMAScript 2022, or what would work past the time limit. */
const unwanted = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry'];

/**
 * Leaves the language's own globals and `console`. `Error` keeps its place for good: Node asks the realm's `Error` how to
 * format stacks, and a script that answers would see frames of the host.
 */
export function lockGlobals(console: object): void {
  for (const name of unwanted) Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, 'console', { value: console, configurable: true, writable: true });
  Object.defineProperty(Error, 'prepareStackTrace', {
    get: () => undefined,
    set: () => undefined,
    configurable: false,
  });
  Object.defineProperty(globalThis, 'Error', {
    value: Error,
    configurable: false,
    writable: false,
    enumerable: false,
  });
}
