import type { Translator } from './create-translator.ts';
import type { SharedKey } from './translation.ts';

const namedAtMost = 5;

/** `TEST-1, TEST-2, TEST-3, TEST-4, TEST-5 and 3 more`. */
export function toKeysText(translator: Translator<SharedKey>, keys: readonly string[]): string {
  const named = keys.slice(0, namedAtMost);
  const rest = keys.length - named.length;
  return translator.list(rest > 0 ? [...named, translator.text('box.more', { count: rest })] : named);
}
