import type { z } from 'zod';
import type { YouTrackClient } from '../remote/youtrack-client.ts';
import { StartError } from '../server/start-error.ts';

/** What is told while a server is read. */
export interface Reading {
  readonly client: YouTrackClient;
  /** Told what could not be read, one sentence each. */
  readonly onNotice: (line: string) => void;
}

export interface ListRequest<T> {
  /** What it is, for people: `boards`. */
  readonly what: string;
  /** The path with its query, without paging: `/api/users?fields=login`. */
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** The most to read; everything when left out. */
  readonly limit?: number;
}

/** Servers give some lists in pages of no more than 42 unless asked; hundred is taken by all. */
const pageSize = 100;

/**
 * Reads a list page by page. What the token's owner may not read, or the server does not have, is told and counts as empty.
 * @throws StartError when the server answers something else than such a list
 */
export async function readList<T>(
  { client, onNotice }: Reading,
  { what, path, schema, limit = Number.POSITIVE_INFINITY }: ListRequest<T>,
): Promise<T[]> {
  const items: T[] = [];
  for (let skip = 0; items.length < limit; skip += pageSize) {
    const top = Math.min(pageSize, limit - items.length);
    const { status, json, text } = await client.send(`GET ${path}&$skip=${skip}&$top=${top}`);
    if (status === 401 || status === 403 || status === 404 || status === 501) {
      onNotice(`The ${what} could not be read (${status}) and are left out.`);
      return items;
    }
    const page = schema.array().safeParse(json);
    if (status !== 200 || !page.success)
      throw new StartError(`${client.url} answers ${status} for the ${what}: ${text.slice(0, 200)}`);
    items.push(...page.data);
    if (page.data.length < top) break;
  }
  return items;
}
