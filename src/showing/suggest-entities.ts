import { findVisibleEntity } from '../linking/resolve-targets.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { SuggestAnswer } from '../protocol/answers.ts';
import { limits } from '../protocol/limits.ts';
import type { SuggestRequest } from '../protocol/parse-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { toEntityInfo } from './to-entity-info.ts';

/**
 * What somebody who types this may mean: the objects whose keys stand in the text first, then issues with these words (`suggest`
 * of docs/openapi.yaml). Nothing is refused: what the caller may not see is left out.
 */
export function suggestEntities(
  host: Pick<Host, 'findEntity' | 'searchIssues' | 'settings'>,
  request: SuggestRequest,
): Result<Reply<SuggestAnswer>, Refusal> {
  const found = new Map<string, Entity>();
  for (const entity of [...findExactly(host, request), ...findByWords(host, request)]) {
    if (found.size < limits.suggestions && entity.isVisible())
      found.set(`${entity.kind} ${entity.key}`, entity);
  }
  const suggestions = [...found.values()].map((entity) => toEntityInfo(entity, host.settings));
  return succeed({ status: 200, body: { suggestions } });
}

function findExactly(host: Pick<Host, 'findEntity'>, { keys }: SuggestRequest): readonly Entity[] {
  return keys.flatMap((key) => findVisibleEntity(host, key) ?? []);
}

/** Only issues can be searched for. */
function findByWords(host: Pick<Host, 'searchIssues'>, { input, kind }: SuggestRequest): readonly Entity[] {
  return kind === undefined || kind === 'issue' ? host.searchIssues(input, limits.suggestions) : [];
}
