import type { Host } from '../ports/youtrack.ts';
import type { CreateAnswer, CreateSeveralAnswer } from '../protocol/answers.ts';
import type { CreateLinksRequest, SeveralLinksRequest } from '../protocol/parse-link-requests.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { scheduleSettling } from '../writing/settle-state.ts';
import { type TargetChange, write } from '../writing/write-change.ts';
import { addTo, changeEach, currentAuthor, openTargets, prepareChanges } from './change-targets.ts';

type CreateHost = Pick<Host, 'caller' | 'clock' | 'findEntity' | 'own' | 'schedule' | 'settings'>;

/**
 * Links every object named to one Tracker issue, or none of them (`createLinks` of docs/openapi.yaml). Refused as `malformed`
 * where the address does not allow an object, `not_found`, `forbidden`, `conflict` for links that cannot be read, `too_large`
 * for an object that has as many as it can hold, each for all objects at once and in this order.
 */
export function createLinks(
  host: CreateHost,
  { issueKey, entityIds }: CreateLinksRequest,
): Result<Reply<CreateAnswer>, Refusal> {
  const created = linkAll(host, { issueKeys: [issueKey], entityIds });
  return created.ok ? succeed({ status: 200, body: toAnswer(issueKey, created.value) }) : created;
}

/**
 * The same at the address of an object, where several Tracker issues may be named: all links are made, or none (`linkIssue` and
 * its kind of docs/openapi.yaml). Refused as above, everything of all objects and issues at once.
 */
export function createOwnLinks(
  host: CreateHost,
  request: CreateLinksRequest | SeveralLinksRequest,
): Result<Reply<CreateAnswer | CreateSeveralAnswer>, Refusal> {
  if (!('issueKeys' in request)) return createLinks(host, request);
  const created = linkAll(host, request);
  if (!created.ok) return created;
  const answers = request.issueKeys.map((issueKey) => toAnswer(issueKey, created.value));
  return succeed({ status: 200, body: { created: answers } });
}

function linkAll(
  host: CreateHost,
  { issueKeys, entityIds }: SeveralLinksRequest,
): Result<readonly TargetChange[], Refusal> {
  const targets = openTargets(host, entityIds);
  if (!targets.ok) return targets;
  const author = currentAuthor(host);
  const changes = targets.value.flatMap((target) =>
    changeEach(target, issueKeys, (links, issueKey) => addTo({ ...target, links }, issueKey, author)),
  );
  const writes = prepareChanges(changes, author.now);
  if (!writes.ok) return writes;
  for (const prepared of writes.value) write(prepared);
  // Links found in place are looked after as well: what was found may be on its way out in an overlapping transaction.
  scheduleSettling(host, changes);
  return succeed(changes);
}

function toAnswer(issueKey: string, changes: readonly TargetChange[]): CreateAnswer {
  const ofIssue = changes.filter(({ change }) => change.issueKey === issueKey);
  const keysOf = (isEffective: boolean) =>
    ofIssue.filter(({ change }) => change.isEffective === isEffective).map(({ entity }) => entity.key);
  return { issueKey, linked: keysOf(true), alreadyLinked: keysOf(false) };
}
