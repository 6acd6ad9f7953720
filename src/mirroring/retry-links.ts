import { refuseForbidden } from '../linking/change-targets.ts';
import { listOwing, type OwedEntry, type OwedSet, withOwed } from '../links/owed-set.ts';
import type { Entity, OwnHost } from '../ports/youtrack.ts';
import type { RetryAnswer } from '../protocol/answers.ts';
import type { RetryRequest } from '../protocol/parse-mirroring.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readShownOwed, writeOwed } from '../writing/read-owed.ts';
import { freshTelling, scheduleTelling } from '../writing/tell-state.ts';

/**
 * Has Tracker told again now what it could not be told of the links of the object in the address (`retryIssueLinks` and its kind
 * of docs/openapi.yaml). Refused as `not_found` and `forbidden`, like a change of links.
 */
export function retryLinks(host: OwnHost, { issueKey }: RetryRequest): Result<Reply<RetryAnswer>, Refusal> {
  const { own } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const forbidden = refuseForbidden([{ field: 'key', entity: own }]);
  if (forbidden !== undefined) return fail(forbidden);
  const retried = renewOwed(
    own,
    host.clock.now(),
    (entry) => issueKey === undefined || entry.issueKey === issueKey,
  );
  if (retried.length > 0)
    scheduleTelling(host, { ...freshTelling, of: [{ kind: own.kind, key: own.key }] }, 0);
  return succeed({
    status: 200,
    body: { key: own.key, retried: [...new Set(retried.map((entry) => entry.issueKey))] },
  });
}

/** Makes entries due now, with the whole week before them. That Tracker may have heard of them stays known. */
export function renewOwed(
  entity: Entity,
  now: number,
  isMeant: (entry: OwedEntry) => boolean,
): readonly OwedEntry[] {
  const owed = readShownOwed(entity);
  const meant = listOwing(owed).filter(isMeant);
  let renewed: OwedSet = owed;
  for (const { triedSince: _, ...entry } of meant) {
    renewed = withOwed(renewed, { ...entry, attempts: Math.min(1, entry.attempts), nextAt: now });
  }
  if (meant.length > 0) writeOwed(entity, renewed);
  return meant;
}
