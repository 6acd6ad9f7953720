import { listLinks } from '../linking/list-links.ts';
import { resolveTargets } from '../linking/resolve-targets.ts';
import type { Host } from '../ports/youtrack.ts';
import type { LinksAnswer, SeveralLinksAnswer } from '../protocol/answers.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import type { ListArguments } from './parse-arguments.ts';

/** The links of each of these objects, or of none: one that the caller may not see refuses all, as one that is nowhere does. */
export function listLinksOfSeveral(
  host: Host,
  { keys }: ListArguments,
): Result<Reply<SeveralLinksAnswer>, Refusal> {
  const targets = resolveTargets(host, keys);
  if (!targets.ok) return targets;
  const objects: LinksAnswer[] = [];
  for (const { entity } of targets.value) {
    const listed = listLinks({ own: entity, settings: host.settings });
    if (!listed.ok) return listed;
    objects.push(listed.value.body);
  }
  return succeed({ status: 200, body: { objects } });
}
