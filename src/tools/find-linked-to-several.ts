import { listLinkedEntities } from '../linking/list-linked-entities.ts';
import type { Host } from '../ports/youtrack.ts';
import type { EntitiesLinkedAnswer, SeveralLinkedAnswer } from '../protocol/answers.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import type { FindArguments } from './parse-arguments.ts';

/** What is linked to each of these Tracker issues, as far as the caller may see it. */
export function findLinkedToSeveral(
  host: Host,
  { issueKeys, kind }: FindArguments,
): Result<Reply<SeveralLinkedAnswer>, Refusal> {
  const issues: EntitiesLinkedAnswer[] = [];
  for (const issueKey of issueKeys) {
    const found = listLinkedEntities(host, { issueKey, kind });
    if (!found.ok) return found;
    issues.push(found.value.body);
  }
  return succeed({ status: 200, body: { issues } });
}
