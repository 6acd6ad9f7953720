/** What JetBrains documents of secret settings: they read and print as a mask; only the http module sends the real value. */
const mask = '********';
const names = new WeakMap<object, string>();
const known = new Map<string, object>();

/** The masked object of a secret setting: the same one for the same setting. Concatenating it gives the mask. */
export function maskSecret(name: string): object {
  const existing = known.get(name);
  if (existing !== undefined) return existing;
  const masked = Object.freeze({ toString: () => mask, toJSON: () => mask, valueOf: () => mask });
  names.set(masked, name);
  known.set(name, masked);
  return masked;
}

export function findSecret(value: object): string | undefined {
  return names.get(value);
}
