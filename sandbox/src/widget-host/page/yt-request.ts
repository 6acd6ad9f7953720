import type { Pair, WidgetRequest } from './widget-request.ts';

/** What widgets pass beside the URL. */
export interface RequestParams {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly sendRawBody?: unknown;
  readonly scope?: unknown;
}

/**
 * The request parameters that can cross the border. `headers` may be anything `fetch` takes; a `signal` cannot cross and
 * is left out. Source: Ring UI's `RequestParams`, which JetBrains' Host API names.
 */
export function toCloneable(params: RequestParams): WidgetRequest {
  // First, so that parameters that are not there fail as on a server: "…reading 'scope'" [seen].
  const scope = params.scope === true;
  const { method, headers, body, query, sendRawBody } = params;
  return {
    method: method ?? 'GET',
    headers: [...new Headers(headers)],
    query: toEntries(query),
    body: toText(body, sendRawBody === true ? 'raw' : 'json'),
    scope,
  };
}

/** Null and undefined are left out, all else becomes text (a list with commas), as in Ring UI. */
function toEntries(query: unknown): readonly Pair[] {
  return Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  );
}

/** Null, undefined and the empty text are no body, as in Ring UI. */
function toText(body: unknown, form: 'raw' | 'json'): string | null {
  if (body === null || body === undefined || body === '') return null;
  return form === 'raw' ? String(body) : JSON.stringify(body);
}
