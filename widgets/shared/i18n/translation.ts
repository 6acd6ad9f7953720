import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTranslator, type Messages, type Translator } from './create-translator.ts';
import en from './en.json';
import { toLanguage } from './language.ts';
import ru from './ru.json';

export type SharedKey = keyof typeof en;
const shared: Record<'en' | 'ru', Messages<SharedKey>> = { en, ru };

/** Carries the translator to every component; each asks for the keys it needs through a hook of its own. */
export const TranslationContext = createContext<Translator<string>>(createTranslator('en', {}));

/** The translator of components that every widget may use. */
export function useTranslator(): Translator<SharedKey> {
  return useContext(TranslationContext);
}

/** A translator for YouTrack's locale that knows the shared messages and the widget's own. */
export function createWidgetTranslator<Key extends string>(
  locale: string,
  own: Record<'en' | 'ru', Messages<Key>>,
): Translator<SharedKey | Key> {
  const language = toLanguage(locale);
  return createTranslator<string>(language, { ...shared[language], ...own[language] });
}
