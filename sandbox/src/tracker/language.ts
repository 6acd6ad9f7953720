export type Language = 'ru' | 'en';

interface Preference {
  readonly language: string;
  readonly quality: number;
}

/** Russian, unless the caller prefers English: Tracker's texts are Russian by default (facts/tracker.md §2). */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const preferred = parsePreferences(acceptLanguage ?? '').find(
    ({ language, quality }) => quality > 0 && (language === 'ru' || language === 'en'),
  );
  return preferred?.language === 'en' ? 'en' : 'ru';
}

/** The language a query parameter or a cookie names, undefined when it names none that we speak. */
export function parseLanguage(text: string | undefined): Language | undefined {
  return text === 'ru' || text === 'en' ? text : undefined;
}

function parsePreferences(header: string): Preference[] {
  return header
    .split(',')
    .map(parsePreference)
    .sort((left, right) => right.quality - left.quality);
}

function parsePreference(part: string): Preference {
  const [range = '', ...parameters] = part.trim().split(';');
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  const quality = weight === undefined ? 1 : Number(weight);
  return {
    language: range.toLowerCase().split('-')[0] ?? '',
    quality: Number.isFinite(quality) ? quality : 0,
  };
}
