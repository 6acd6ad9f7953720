import { RestError } from '../rest/rest-error.ts';

/**
 * Refuses a URL whose percent-encoding cannot be decoded.
 * @throws RestError 400
 */
export function checkUrl({ pathname, search }: URL): void {
  try {
    decodeURIComponent(pathname);
    decodeURIComponent(search);
  } catch {
    throw new RestError(400, 'The URL is not correctly percent-encoded.');
  }
}
