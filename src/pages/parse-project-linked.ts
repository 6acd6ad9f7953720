import { choice } from '../protocol/choice.ts';
import { limits } from '../protocol/limits.ts';
import { textUpTo } from '../protocol/parse-values.ts';
import { type Paging, readPaging } from '../protocol/read-paging.ts';
import { collectFields, type RawRequest, readOptionalField } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Result } from '../result.ts';

/** What a project's linked issues and articles are asked for. */
export interface ProjectLinkedQuery extends Paging {
  /** Part of a key, a summary or a Tracker key. */
  readonly text: string | undefined;
  readonly kind: 'issue' | 'article' | undefined;
}

/** GET project `linked?text=&kind=&skip=&top=`. */
export function parseProjectLinkedQuery(request: RawRequest): Result<ProjectLinkedQuery, Refusal> {
  return collectFields({
    text: readOptionalField(request, 'text', textUpTo(limits.filterCharacters)),
    kind: readOptionalField(request, 'kind', choice('issue', 'article')),
    ...readPaging(request, limits.pageEntities),
  });
}
