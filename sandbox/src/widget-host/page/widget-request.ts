/** A widget's request as it crosses the border. */
export interface WidgetRequest {
  readonly method: string;
  readonly headers: readonly Pair[];
  readonly query: readonly Pair[];
  readonly body: string | null;
  /** Whether it goes to the widget's entity. */
  readonly scope: boolean;
}

export type Pair = readonly [name: string, value: string];

/** Takes of what a widget has sent what is as it should be. */
export function parseWidgetRequest(sent: unknown): WidgetRequest {
  const { method, headers, query, body, scope } = (sent ?? {}) as Record<string, unknown>;
  return {
    method: String(method ?? 'GET').toUpperCase(),
    headers: toPairs(headers),
    query: toPairs(query),
    body: typeof body === 'string' ? body : null,
    scope: scope === true,
  };
}

function toPairs(value: unknown): readonly Pair[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) =>
    Array.isArray(pair) ? [[String(pair[0]), String(pair[1])] as const] : [],
  );
}
