import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';

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

/** The links as CSV (RFC 4180), one to a line under a line of names. */
export function toCsv(links: readonly AllLinksRow[]): string {
  const lines = links.map((link) => columns.map((name) => toCell(link[name] ?? '')).join(','));
  return byteOrderMark + [columns.join(','), ...lines, ''].join('\r\n');
}

/** A text that a spreadsheet would run as a formula gets an apostrophe, which it does not show. */
function toCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
