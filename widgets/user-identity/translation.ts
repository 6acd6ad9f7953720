import { useContext } from 'preact/hooks';
import type { Translator } from '../shared/i18n/create-translator.ts';
import { type SharedKey, TranslationContext } from '../shared/i18n/translation.ts';
import en from './messages/en.json';
import ru from './messages/ru.json';

export const messages = { en, ru };
export type IdentityKey = keyof typeof en;

export function useIdentityTranslator(): Translator<SharedKey | IdentityKey> {
  return useContext(TranslationContext);
}
