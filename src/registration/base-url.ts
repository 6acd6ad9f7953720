import { limits } from '../protocol/limits.ts';
import { fail, type Result, succeed } from '../result.ts';

/** Where a YouTrack server is: its address without a slash at the end, and the host in it. */
export interface BaseUrl {
  readonly href: string;
  readonly host: string;
}

/** What a refused address should have looked like. */
export const expectedBaseUrl =
  "YouTrack's own address, such as https://youtrack.example.com or https://example.com/youtrack";

// Scheme, host (a name, an IPv4 or a bracketed IPv6 address), port, path. No user, no query, no fragment: templates are made
// by appending to it. The scripts' realm has no URL class.
const address =
  /^(https?):\/\/([\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?((?:\/[A-Za-z0-9._~%!$&'()*+,;=:@-]*)*)$/iu;

/** Whether a step of a path, with what follows it, begins the address of a page or an endpoint. */
type IsPage = (step: string, next: string) => boolean;

// What follows the server's address in that of a page, or of an endpoint, from which people copy it. What may as well be the
// server's own path, as in https://example.com/projects/youtrack/issue/DEMO-1, comes last.
const pages: readonly IsPage[] = [
  (step, next) =>
    /^(?:issues|articles|agiles|dashboard|reports|timesheets|gantt-charts|admin|api)$/i.test(step) ||
    (/^(?:issue|tickets)$/i.test(step) && /^.+-[0-9]+$/.test(next)),
  (step, next) => /^(?:projects|users)$/i.test(step) && next !== '',
];

/**
 * Reads a server's address as people write it, or copy it from one of the server's pages; scheme and host do not mind the
 * letter case.
 */
export function parseBaseUrl(text: string): Result<BaseUrl, string> {
  const trimmed = text.trim();
  const parts = trimmed.length <= limits.urlCharacters ? address.exec(withoutPage(trimmed)) : null;
  if (parts === null) return fail(expectedBaseUrl);
  const [, scheme = '', writtenHost = '', port = '', path = ''] = parts;
  const host = writtenHost.toLowerCase();
  return succeed({
    href: `${scheme.toLowerCase()}://${host}${port}${path}`.replace(/(?<!\/)\/+$/, ''),
    host,
  });
}

function withoutPage(url: string): string {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]*)([^?#]*)/iu.exec(url) ?? [];
  const steps = path.split('/');
  for (const isPage of pages) {
    const at = steps.findIndex((step, index) => isPage(step, steps[index + 1] ?? ''));
    if (at > 0) return origin + steps.slice(0, at).join('/');
  }
  return url;
}
