/** A text of an HTTP request: known, or to be put in by the host from a secret setting. */
export type SecretText =
  | string
  | { readonly secret: string }
  | { readonly bearer: SecretText }
  | { readonly basic: readonly [login: string, password: SecretText] };

/** What JetBrains documents of secret settings: they read and print as a mask; only the http module sends the real value. */
const mask = '<***>';
const texts = new WeakMap<object, SecretText>();
const settings = new Map<string, object>();

/** The masked object of a secret setting: the same one for the same setting. Concatenating it gives the mask. */
export function maskSecret(name: string): object {
  const known = settings.get(name) ?? maskText({ secret: name });
  settings.set(name, known);
  return known;
}

/** An object that prints as a mask and stands for a text only the host can write. */
export function maskText(text: SecretText): object {
  const masked = Object.freeze({ toString: () => mask, toJSON: () => mask, valueOf: () => mask });
  texts.set(masked, text);
  return masked;
}

/** The name of the setting an object masks. */
export function findSecret(value: object): string | undefined {
  const text = texts.get(value);
  return typeof text === 'object' && 'secret' in text ? text.secret : undefined;
}

/** A value as the host shall send it: a masked object by what it stands for, anything else as its text. */
export function toSecretText(value: unknown): SecretText {
  const text = typeof value === 'object' && value !== null ? texts.get(value) : undefined;
  return text ?? String(value);
}

/** Whether a value is a mask for something only the host knows. */
export function isMasked(value: unknown): value is object {
  return typeof value === 'object' && value !== null && texts.has(value);
}
