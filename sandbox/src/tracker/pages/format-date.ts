import type { Language } from '../language.ts';

/** A moment in UTC, as the language writes it: `18 Jul 2026, 13:33`. */
export function formatMoment(epochMs: number, language: Language): string {
  return format(epochMs, language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day given as `YYYY-MM-DD…`; what follows the day is not looked at. */
export function formatDay(text: string, language: Language): string {
  return format(Date.parse(text.slice(0, 10)), language, { dateStyle: 'medium' });
}

function format(epochMs: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'ru-RU';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(epochMs);
}
