import { useContext } from 'preact/hooks';
import type { Translator } from '../shared/i18n/create-translator.ts';
import { type SharedKey, TranslationContext } from '../shared/i18n/translation.ts';
import { type ListKey, listMessages } from '../shared/lists/translation.ts';
import en from './messages/en.json';
import ru from './messages/ru.json';

export const messages = { en: { ...listMessages.en, ...en }, ru: { ...listMessages.ru, ...ru } };
export type ProjectKey = keyof typeof en;

export type ProjectTranslator = Translator<SharedKey | ListKey | ProjectKey>;

export function useProjectTranslator(): ProjectTranslator {
  return useContext(TranslationContext);
}
