import type { Via } from '../protocol/answers.ts';
import { choice } from '../protocol/choice.ts';
import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { limits } from '../protocol/limits.ts';
import { parseQueueKeyField, textUpTo } from '../protocol/parse-values.ts';
import { type Paging, readPaging, withDefault } from '../protocol/read-paging.ts';
import {
  collectFields,
  type FieldResult,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type LinkCursor, parseCursorField } from './link-cursor.ts';
import { type LinkSort, linkSorts } from './link-order.ts';
import { parseInstantField } from './parse-instant.ts';
import { parseProjectField } from './parse-project-field.ts';

/** Which links of the whole system are wanted. All filters must be passed; letter case does not matter to any. */
export interface AllLinksQuery extends Paging {
  readonly project: string | undefined;
  readonly kind: EntityKind | undefined;
  /** Key of a Tracker queue, in capitals. */
  readonly queue: string | undefined;
  /** Login of whoever added the link. */
  readonly who: string | undefined;
  readonly via: Via | undefined;
  /** Epoch milliseconds; a link added at that very instant passes. */
  readonly addedAfter: number | undefined;
  /** Epoch milliseconds; a link added at that very instant does not pass. */
  readonly addedBefore: number | undefined;
  /** Part of a key, a summary or a Tracker key. */
  readonly text: string | undefined;
  readonly sort: LinkSort;
  /** Where the page begins; `skip` counts from there. */
  readonly after: LinkCursor | undefined;
}

/** GET admin `links`. */
export function parseAllLinksQuery(request: RawRequest): Result<AllLinksQuery, Refusal> {
  const after = readOptionalField(request, 'after', parseCursorField);
  const sort = readOptionalField(request, 'sort', choice<LinkSort>(...linkSorts));
  return collectFields({
    project: readOptionalField(request, 'project', parseProjectField),
    kind: readOptionalField(request, 'kind', choice(...entityKinds)),
    queue: readOptionalField(request, 'queue', parseQueueField),
    who: readOptionalField(request, 'who', textUpTo(limits.loginCharacters)),
    via: readOptionalField(request, 'via', choice('tracker', 'youtrack')),
    addedAfter: readOptionalField(request, 'addedAfter', parseInstantField),
    addedBefore: readOptionalField(request, 'addedBefore', parseInstantField),
    text: readOptionalField(request, 'text', textUpTo(limits.filterCharacters)),
    sort: withDefault(sort, (after.ok && after.value?.sort) || '-addedAt'),
    after: ofOrder(after, sort),
    ...readPaging(request, limits.pageLinks),
  });
}

/** A cursor says where one order goes on; in another one it says nothing. */
function ofOrder(
  after: FieldResult<LinkCursor | undefined>,
  sort: FieldResult<LinkSort | undefined>,
): FieldResult<LinkCursor | undefined> {
  const asked = sort.ok ? sort.value : undefined;
  if (!after.ok || after.value === undefined || asked === undefined || asked === after.value.sort)
    return after;
  return fail([fieldProblem('after', `a cursor of the order ${asked}`, `a cursor of ${after.value.sort}`)]);
}

function parseQueueField(field: string, received: unknown): FieldResult<string> {
  const queue = parseQueueKeyField(field, received);
  return queue.ok ? succeed(queue.value.toUpperCase()) : queue;
}
