import type { Via } from '../protocol/answers.ts';
import { type EntityKind, entityKinds } from '../protocol/entity-key.ts';
import { limits } from '../protocol/limits.ts';
import { choice, textLike, textUpTo } from '../protocol/parse-values.ts';
import {
  collectFields,
  type FieldResult,
  type RawRequest,
  readOptionalField,
} from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Result } from '../result.ts';
import { succeed } from '../result.ts';
import { parseInstantField } from './parse-instant.ts';
import { type Paging, parseProjectField, readPaging, withDefault } from './parse-page-queries.ts';

/** What links can be sorted by. */
export type LinkOrder = 'addedAt' | 'key' | 'issueKey' | 'addedBy';

/** `-` in front turns the order round. */
export type LinkSort = LinkOrder | `-${LinkOrder}`;

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
}

const sorts = ['addedAt', '-addedAt', 'key', '-key', 'issueKey', '-issueKey', 'addedBy', '-addedBy'] as const;
const queueKey = textLike(/^[A-Za-z][A-Za-z0-9]{0,98}$/, 'the key of a Tracker queue, such as TEST');

/** GET admin `links`. */
export function parseAllLinksQuery(request: RawRequest): Result<AllLinksQuery, Refusal> {
  const sort: FieldResult<LinkSort | undefined> = readOptionalField(request, 'sort', choice(...sorts));
  return collectFields({
    project: readOptionalField(request, 'project', parseProjectField),
    kind: readOptionalField(request, 'kind', choice(...entityKinds)),
    queue: readOptionalField(request, 'queue', parseQueueField),
    who: readOptionalField(request, 'who', textUpTo(limits.loginCharacters)),
    via: readOptionalField(request, 'via', choice('tracker', 'youtrack')),
    addedAfter: readOptionalField(request, 'addedAfter', parseInstantField),
    addedBefore: readOptionalField(request, 'addedBefore', parseInstantField),
    text: readOptionalField(request, 'text', textUpTo(limits.filterCharacters)),
    sort: withDefault<LinkSort>(sort, '-addedAt'),
    ...readPaging(request, limits.pageLinks),
  });
}

function parseQueueField(field: string, received: unknown): FieldResult<string> {
  const queue = queueKey(field, received);
  return queue.ok ? succeed(queue.value.toUpperCase()) : queue;
}
