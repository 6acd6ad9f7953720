/** What the documentation names and the sandbox does not do: an error that says so, never a silent `undefined`. */
export function notEmulated(what: string): Error {
  const error = new Error(`${what} is not emulated by the sandbox`);
  Object.defineProperty(error, 'name', { value: 'NotEmulatedError', configurable: true, writable: true });
  return error;
}

/** Puts a method under a name that throws when it is called; a script may look whether it is there. */
export function defineNotEmulatedMethod(target: object, name: string, what: string): void {
  const value = (): never => {
    throw notEmulated(what);
  };
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** Puts a property under a name that throws when it is read or written. */
export function defineNotEmulated(target: object, name: string, what: string): void {
  const refuse = (): never => {
    throw notEmulated(what);
  };
  Object.defineProperty(target, name, { get: refuse, set: refuse, configurable: true });
}
