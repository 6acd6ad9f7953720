import { addLink } from '../links/change-link.ts';
import { countLive } from '../links/link-set.ts';
import { storageLimits } from '../links/storage-limits.ts';
import type { Host } from '../ports/youtrack.ts';
import type { CreateAnswer } from '../protocol/answers.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import type { CreateLinksRequest } from '../protocol/parse-requests.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result, succeed } from '../result.ts';
import { rememberDisclosure } from '../writing/remember-disclosure.ts';
import { scheduleSettling } from '../writing/settle-links.ts';
import { writeChange } from '../writing/write-change.ts';
import { currentAuthor } from './author.ts';
import { openTargets, type Target } from './open-targets.ts';
import type { Scope } from './resolve-targets.ts';

type CreateHost = Scope & Pick<Host, 'caller' | 'clock' | 'settings' | 'schedule'>;

/** Links every object named to one Tracker issue, or none of them. */
export function createLinks(
  host: CreateHost,
  { issueKey, entityIds }: CreateLinksRequest,
): Result<Reply<CreateAnswer>, Refusal> {
  const targets = openTargets(
    host,
    entityIds?.map((key, index) => ({ field: `entityIds[${index}]`, key })),
  );
  if (!targets.ok) return targets;
  const author = currentAuthor(host);
  const changes = targets.value.map((target) => ({
    ...target,
    change: addLink(target.links, issueKey, author),
  }));
  const added = changes.filter(({ change }) => change.isEffective);
  const full = added.filter(({ links }) => countLive(links) >= storageLimits.liveLinks);
  if (full.length > 0) return fail(refuse('too_many_links', full.map(toFullProblem)));

  for (const change of added) writeChange(change, author.now);
  if (added.length > 0 && host.own) rememberDisclosure({ own: host.own, settings: host.settings });
  // Links found in place are looked after as well: what was found may be on its way out in an overlapping transaction.
  scheduleSettling(host, changes);
  const keysOf = (isEffective: boolean) =>
    changes.filter(({ change }) => change.isEffective === isEffective).map(({ entity }) => entity.key);
  return succeed({ status: 200, body: { issueKey, linked: keysOf(true), alreadyLinked: keysOf(false) } });
}

function toFullProblem({ field, entity }: Target) {
  return fieldProblem(field, `an object with fewer than ${storageLimits.liveLinks} links`, entity.key);
}
