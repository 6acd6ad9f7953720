import type { WidgetRequest } from './widget-request.ts';

/**
 * The request parameters that can cross the border. `headers` may be anything `fetch` takes; a `signal` cannot cross and
 * is left out. Source: Ring UI's `RequestParams`, which JetBrains' Host API names.
 */
export function toCloneable(params: RequestInit & { query?: unknown; sendRawBody?: unknown }): WidgetRequest {
  const { method, headers, body, query, sendRawBody } = params;
  return {
    method: method ?? 'GET',
    headers: [...new Headers(headers)],
    query: toEntries(query),
    body: toText(body, sendRawBody === true ? 'raw' : 'json'),
  };
}

/** Null and undefined are left out, all else becomes text (a list with commas), as in Ring UI. */
function toEntries(query: unknown): readonly (readonly [string, string])[] {
  return Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  );
}

/** Null, undefined and the empty text are no body, as in Ring UI. */
function toText(body: unknown, form: 'raw' | 'json'): string | null {
  if (body === null || body === undefined || body === '') return null;
  return form === 'raw' ? String(body) : JSON.stringify(body);
}
