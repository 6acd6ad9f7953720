import type { StoredProblem } from '../links/link-codec.ts';
import { compareKeys, compareText } from '../links/link-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import type { EntityKey } from '../protocol/entity-key.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { visitEverLinked } from '../writing/list-linked.ts';
import { readLinks } from '../writing/read-links.ts';
import type { AuditAnswer, UnreadableEntity } from './audit-answer.ts';
import { createTitleReader, type ReadTitle } from './create-title-reader.ts';
import { findSharedIdentities } from './find-shared-identities.ts';
import type { AuditQuery } from './parse-audit.ts';

const beginningCharacters = 200;
const identitiesShown = 100;

/** Without the value, which may be megabytes long: it is read again for the page that is answered. */
interface Unreadable {
  readonly entity: Entity;
  readonly problem: StoredProblem;
}

/**
 * The objects whose stored value cannot be read, whatever their flag says; objects without any flag are found by asking for their
 * key (`auditStoredLinks` of docs/openapi.yaml). One key also gives the whole value, so that it can be repaired by hand: the app
 * itself never overwrites it. Nothing is refused: a key of nothing finds nothing.
 */
export function auditStoredLinks(
  host: Host,
  { key, skip, top }: AuditQuery,
): Result<Reply<AuditAnswer>, Refusal> {
  const unreadable = listUnreadable(host, key).sort(compareUnreadable);
  const readTitle = createTitleReader();
  const entities = unreadable.slice(skip, skip + top).map((one) => toUnreadableEntity(one, readTitle, key));
  const sharedIdentities = key ? undefined : findSharedIdentities(host, readTitle).slice(0, identitiesShown);
  const total = unreadable.length;
  return succeed({ status: 200, body: { total, entities, ...(sharedIdentities && { sharedIdentities }) } });
}

function listUnreadable(host: Host, key: EntityKey | undefined): Unreadable[] {
  if (key !== undefined)
    return key.readings.flatMap((reading) => host.findEntity(reading) ?? []).flatMap(findUnreadable);
  const unreadable: Unreadable[] = [];
  visitEverLinked(host, (entity) => {
    unreadable.push(...findUnreadable(entity));
  });
  return unreadable;
}

function findUnreadable(entity: Entity): Unreadable[] {
  const stored = readLinks(entity);
  return stored.ok ? [] : [{ entity, problem: stored.problem }];
}

function compareUnreadable({ entity: one }: Unreadable, { entity: other }: Unreadable): number {
  return compareKeys(one.key, other.key) || compareText(one.kind, other.kind);
}

function toUnreadableEntity(
  { entity, problem }: Unreadable,
  readTitle: ReadTitle,
  key: EntityKey | undefined,
): UnreadableEntity {
  const stored = entity.store.readText('trackerLinks');
  const text = (stored.ok ? stored.value : stored.problem) ?? '';
  return {
    kind: entity.kind,
    key: entity.key,
    summary: readTitle(entity) ?? entity.key,
    entityUrl: entity.readUrl(),
    ...problem,
    characters: text.length,
    beginning: beginningOf(text),
    ...(key && { value: text }),
  };
}

/** Never with half of a surrogate pair at its end. */
function beginningOf(text: string): string {
  return text.slice(0, beginningCharacters).replace(/[\uD800-\uDBFF]$/, '');
}
