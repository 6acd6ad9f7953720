import { fail, type Result, succeed } from '../result.ts';
import { limits } from './limits.ts';

const keyPattern = /^[A-Z][A-Z0-9]*-[1-9][0-9]*$/;
const keyInAnyCase = /^[A-Za-z][A-Za-z0-9]*-[1-9][0-9]*$/;
const trackerAddress = /^https?:\/\/(?:www\.)?tracker\.yandex\.(?:ru|com)\/([^?#]*)(?:\?([^#]*))?/i;

// What Tracker's own pages call the issue that is open beside a board or a list.
const issueParameter = /(?:^|&)(?:issue|issueKey|key)=([^&]*)/i;

const expectedTrackerKey = 'a Tracker issue key such as TEST-123, or the address of an issue in Tracker';

/** Whether the text is a Tracker issue key exactly as it is stored and answered. */
export function isTrackerIssueKey(text: string): boolean {
  return text.length <= limits.keyCharacters && keyPattern.test(text);
}

/** The queue of a Tracker issue, by the issue's key as it is stored. */
export function toQueueKey(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}

/**
 * Reads a Tracker issue key as people write it: in any letter case, with blanks around, or as the address of the
 * issue's page. Only Latin letters count; nothing that merely upper-cases to one (`ſ`) does. The problem is what it should
 * have looked like.
 */
export function parseTrackerIssueKey(text: string): Result<string, string> {
  const key = text.length > limits.urlCharacters ? undefined : findKey(text);
  return key === undefined ? fail(expectedTrackerKey) : succeed(key);
}

/** As what is sent is measured, blanks count: a key is not looked for in pages of nothing. */
function findKey(text: string): string | undefined {
  const trimmed = text.trim();
  return (text.length > limits.keyCharacters ? undefined : upperCaseKey(trimmed)) ?? keyInAddress(trimmed);
}

function upperCaseKey(text: string): string | undefined {
  if (text.length > limits.keyCharacters || !keyInAnyCase.test(text)) return undefined;
  return text.toUpperCase();
}

/** The first part of the path that is a key (`/TEST-1`, `/pages/my/TEST-1/`), else the issue in the query (`?issue=TEST-1`). */
function keyInAddress(text: string): string | undefined {
  const [, path = '', query = ''] = trackerAddress.exec(text) ?? [];
  for (const segment of path.split('/')) {
    const key = upperCaseKey(segment);
    if (key !== undefined) return key;
  }
  return upperCaseKey(issueParameter.exec(query)?.[1] ?? '');
}
