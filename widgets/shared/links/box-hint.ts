import type { Translator } from '../i18n/create-translator.ts';
import type { SharedKey } from '../i18n/translation.ts';
import { toKeysText } from './keys-text.ts';
import type { TrackerKeysRead } from './read-tracker-keys.ts';

export interface BoxHint {
  readonly isError: boolean;
  readonly texts: readonly string[];
}

interface HintOptions {
  readonly translator: Translator<SharedKey>;
  readonly read: TrackerKeysRead;
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

/** What stands under the box while a person types: what Enter would do. */
export function hintWhileTyping({ translator, read, linked, isEmpty }: HintOptions): BoxHint {
  if (isEmpty || read.keys.length === 0) return { isError: false, texts: [translator.text('box.help')] };
  const fresh = read.keys.filter((key) => !linked.has(key));
  const known = read.keys.filter((key) => linked.has(key));
  const texts = [
    ...say(translator, 'box.preview', fresh),
    ...say(translator, 'box.already', known),
    ...say(translator, 'box.repeated', read.repeated),
  ];
  return { isError: false, texts };
}

/** What stands under the box after Enter: what was not added, and why. Absent when all of it was. */
export function hintAfterEnter({ translator, read, linked, isEmpty }: HintOptions): BoxHint | undefined {
  if (isEmpty) return { isError: true, texts: [translator.text('box.empty')] };
  const known = read.keys.filter((key) => linked.has(key));
  const malformed = say(translator, 'box.malformed', read.malformed);
  const texts = [...malformed, ...say(translator, 'box.already', known)];
  return texts.length === 0 ? undefined : { isError: malformed.length > 0, texts };
}

function say(
  translator: Translator<SharedKey>,
  message: 'box.preview' | 'box.already' | 'box.repeated' | 'box.malformed',
  keys: readonly string[],
): string[] {
  if (keys.length === 0) return [];
  return [translator.text(message, { count: keys.length, keys: toKeysText(translator, keys) })];
}
