import { useContext } from 'preact/hooks';
import type { Translator } from '../shared/i18n/create-translator.ts';
import { type SharedKey, TranslationContext } from '../shared/i18n/translation.ts';
import { type ListKey, listMessages } from '../shared/lists/translation.ts';
import en from './messages/en.json';
import ru from './messages/ru.json';
import recipeEn from './recipe/messages/en.json';
import recipeRu from './recipe/messages/ru.json';

export const messages = {
  en: { ...listMessages.en, ...en, ...recipeEn },
  ru: { ...listMessages.ru, ...ru, ...recipeRu },
};
export type AdminKey = keyof typeof en | keyof typeof recipeEn;
export type AdminTranslator = Translator<SharedKey | ListKey | AdminKey>;

export function useAdminTranslator(): AdminTranslator {
  return useContext(TranslationContext);
}
