import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import type { FieldResult } from '../protocol/read-request.ts';
import { attempt, fail, succeed } from '../result.ts';
import { type LinkPosition, type LinkSort, linkSorts } from './link-order.ts';

/** Behind which link a page begins, in which order. */
export interface LinkCursor {
  readonly sort: LinkSort;
  readonly position: LinkPosition;
}

/** A cursor as a text that needs no encoding in an address. What it is made of is nobody's business but this file's. */
export function formatCursor({ sort, position }: LinkCursor): string {
  const { addedAt, addedBy, kind, key, issueKey } = position;
  const text = JSON.stringify([sort, addedAt, addedBy, kind, key, issueKey]);
  return text.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The cursor of `next` of an earlier answer. */
export function parseCursorField(field: string, received: unknown): FieldResult<LinkCursor> {
  const cursor =
    typeof received === 'string' && received.length <= limits.cursorCharacters
      ? parseCursor(received.trim())
      : undefined;
  if (cursor !== undefined) return succeed(cursor);
  return fail([
    fieldProblem(field, 'the text that an earlier answer of the same order had in "next"', received),
  ]);
}

function parseCursor(written: string): LinkCursor | undefined {
  const text = written.replace(/_([0-9a-f]{4})/g, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
  const parsed = attempt((): unknown => JSON.parse(text));
  if (!parsed.ok || !Array.isArray(parsed.value)) return undefined;
  const [order, addedAt, addedBy, kindOfKey, key, issueKey] = parsed.value as readonly unknown[];
  const sort = linkSorts.find((one) => one === order);
  const kind = entityKinds.find((one): one is EntityKind => one === kindOfKey);
  if (sort === undefined || kind === undefined || typeof addedAt !== 'number') return undefined;
  if (typeof addedBy !== 'string' || typeof key !== 'string' || typeof issueKey !== 'string')
    return undefined;
  return { sort, position: { addedAt, addedBy, kind, key, issueKey } };
}
