import { useContext } from 'preact/hooks';
import type { Translator } from '../shared/i18n/create-translator.ts';
import { type SharedKey, TranslationContext } from '../shared/i18n/translation.ts';
import { type ListKey, listMessages } from '../shared/lists/translation.ts';
import checksEn from './checks/messages/en.json';
import checksRu from './checks/messages/ru.json';
import en from './messages/en.json';
import ru from './messages/ru.json';
import overviewEn from './overview/messages/en.json';
import overviewRu from './overview/messages/ru.json';
import recipeEn from './recipe/messages/en.json';
import recipeRu from './recipe/messages/ru.json';
import registrationEn from './registration/messages/en.json';
import registrationRu from './registration/messages/ru.json';

export const messages = {
  en: { ...listMessages.en, ...en, ...checksEn, ...overviewEn, ...recipeEn, ...registrationEn },
  ru: { ...listMessages.ru, ...ru, ...checksRu, ...overviewRu, ...recipeRu, ...registrationRu },
};
export type AdminKey =
  | keyof typeof en
  | keyof typeof checksEn
  | keyof typeof overviewEn
  | keyof typeof recipeEn
  | keyof typeof registrationEn;
export type AdminTranslator = Translator<SharedKey | ListKey | AdminKey>;

export function useAdminTranslator(): AdminTranslator {
  return useContext(TranslationContext);
}
