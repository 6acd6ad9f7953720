/** The languages that the widgets speak. */
export type Language = 'en' | 'ru';

/** Any Russian locale reads Russian, everybody else English. */
export function toLanguage(locale: string): Language {
  return /^ru\b/i.test(locale.replace('_', '-')) ? 'ru' : 'en';
}

/** The locale by which `Intl` writes plurals, numbers and dates of a language. */
export function toLocale(language: Language): string {
  return language === 'ru' ? 'ru' : 'en-GB';
}
