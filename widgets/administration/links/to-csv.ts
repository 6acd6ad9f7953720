import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import type { Language } from '../../shared/i18n/language.ts';

const columns = [
  'kind',
  'key',
  'summary',
  'project',
  'issueKey',
  'url',
  'addedAt',
  'addedBy',
  'via',
  'entityUrl',
] as const;

/** Without it spreadsheets take the file for a local encoding and garble Cyrillic. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets split lines at, by the language they are set to: a decimal comma leaves the semicolon. */
const separators: Readonly<Record<Language, string>> = { en: ',', ru: ';' };

/** The links as a CSV file (RFC 4180) for a spreadsheet in this language, one to a line under a line of names. */
export function toCsv(links: readonly AllLinksRow[], language: Language): string {
  return byteOrderMark + toLines(links, separators[language]);
}

/** The same for the clipboard: pasted into a sheet, every value has a cell of its own in any language. */
export function toSheet(links: readonly AllLinksRow[]): string {
  return toLines(links, '\t');
}

function toLines(links: readonly AllLinksRow[], separator: string): string {
  const rows = links.map((link) => columns.map((name) => toCell(link[name] ?? '')));
  return [[...columns], ...rows, []].map((cells) => cells.join(separator)).join('\r\n');
}

// Where a cell may begin: people choose another separator when they open a file, and quotes in mid-cell do not hold it then.
// Full-width signs count, because spreadsheets with an East Asian input read them as the plain ones.
const formulaStart = /(^|[,;|\t\r\n"])([ \u00A0]*)(?=[=+\-@＝＋－＠])/g;

/** What turns the direction of everything behind it, which in a file is the cells that follow. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; marks of the writing direction are left out. */
function toCell(value: string): string {
  const plain = value.replace(directionMarks, '');
  const harmless = plain.replace(/^(?=[\t\r\n])/, "'").replace(formulaStart, "$1$2'");
  return /[",;|\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
