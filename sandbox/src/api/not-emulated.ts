/** What the documentation names and the sandbox does not do: an error that says so, never a silent `undefined`. */
export function notEmulated(what: string): Error {
  const error = new Error(`${what} is not emulated by the sandbox`);
  Object.defineProperty(error, 'name', { value: 'NotEmulatedError', configurable: true, writable: true });
  return error;
}

/** Puts an accessor and a method in one under a name: reading it throws. */
export function defineNotEmulated(target: object, name: string, what: string): void {
  const refuse = (): never => {
    throw notEmulated(what);
  };
  Object.defineProperty(target, name, { get: refuse, set: refuse, configurable: true });
}
