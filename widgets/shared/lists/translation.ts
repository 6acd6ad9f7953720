import { useContext } from 'preact/hooks';
import type { Translator } from '../i18n/create-translator.ts';
import { type SharedKey, TranslationContext } from '../i18n/translation.ts';
import en from './messages/en.json';
import ru from './messages/ru.json';

/** Messages of lists and tables: only the larger pages carry them. */
export const listMessages = { en, ru };
export type ListKey = keyof typeof en;

export function useListTranslator(): Translator<SharedKey | ListKey> {
  return useContext(TranslationContext);
}
