import { expect } from '@jest/globals';
import type { Row } from './row.ts';
import type { SourceName } from './sources.ts';

/** Endpoints of the suite's apps answer `{"value": …}`, or `{"error": "…"}` with the message of what was thrown. */
export interface Questions {
  /** Method and everything before the endpoint's own path: `GET /api/issues/DEMO-1/extensionEndpoints/entities/issue/`. */
  readonly at: string;
  readonly source: SourceName;
  readonly as?: string;
}

export interface Ask {
  /** The endpoint answers with this value; `undefined` is no value. */
  (path: string, rule: string, value: unknown, source?: SourceName): Row;
  /** What the endpoint does throws an error with such a message. */
  fails(path: string, rule: string, message: RegExp, source?: SourceName): Row;
}

/** Makes rows that ask the endpoints of one script. */
export function ask({ at, source: usualSource, as = 'admin' }: Questions): Ask {
  const row = (path: string, rule: string, json: unknown, source: SourceName = usualSource): Row => ({
    rule,
    source,
    as,
    send: at + path,
    expect: { status: 200, json },
  });
  const values = (path: string, rule: string, value: unknown, source?: SourceName): Row =>
    row(path, rule, value === undefined ? {} : { value }, source);
  const fails = (path: string, rule: string, message: RegExp, source?: SourceName): Row =>
    row(path, rule, { error: expect.stringMatching(message) }, source);
  return Object.assign(values, { fails });
}
