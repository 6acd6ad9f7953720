import { findVisibleEntity } from '../linking/find-visible-entity.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { SuggestAnswer } from '../protocol/answers.ts';
import { parseEntityKey } from '../protocol/entity-key.ts';
import { limits } from '../protocol/limits.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { disclosureFromOutside } from './disclosure.ts';
import { toEntityInfo } from './to-entity-info.ts';

/** What somebody who types this may mean: the object with exactly this key first, then issues with these words. */
export function suggestEntities(
  host: Pick<Host, 'findEntity' | 'searchIssues' | 'settings'>,
  { input }: { readonly input: string },
): Result<Reply<SuggestAnswer>, Refusal> {
  const found = new Map<string, Entity>();
  for (const entity of [...findExactly(host, input), ...host.searchIssues(input, limits.suggestions)]) {
    if (found.size < limits.suggestions && entity.isVisible())
      found.set(`${entity.kind} ${entity.key}`, entity);
  }
  const suggestions = [...found.values()].map((entity) =>
    toEntityInfo(entity, host.settings, disclosureFromOutside(host.settings, entity)),
  );
  return succeed({ status: 200, body: { suggestions } });
}

function findExactly(host: Pick<Host, 'findEntity'>, input: string): readonly Entity[] {
  const key = parseEntityKey(input);
  const entity = key.ok ? findVisibleEntity(host, key.value) : undefined;
  return entity ? [entity] : [];
}
