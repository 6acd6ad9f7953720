import { compareKeys, compareText } from '../links/link-set.ts';
import type { Entity, Host } from '../ports/youtrack.ts';
import { toEntityName } from '../protocol/entity-key.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { listEverLinked } from '../writing/list-linked.ts';
import type { ExportQuery } from './parse-transfer.ts';
import { isKept, readStoredObject } from './stored-object.ts';
import type { ExportAnswer } from './transfer-answer.ts';

/**
 * One page of the objects on which the app keeps anything (`exportObjects` of docs/openapi.yaml). Projects that only say something
 * of themselves cannot be searched for: they are named in the request. Nothing is refused.
 */
export function exportObjects(host: Host, query: ExportQuery): Result<Reply<ExportAnswer>, Refusal> {
  const objects = listKept(host, query.projects).map(readStoredObject).filter(isKept);
  const { skip, top } = query;
  const next = skip + top;
  return succeed({
    status: 200,
    body: {
      total: objects.length,
      objects: objects.slice(skip, next),
      ...(next < objects.length && { next }),
    },
  });
}

function listKept(host: Host, projects: readonly string[]): readonly Entity[] {
  const found = new Map<string, Entity>();
  const named = projects.flatMap((key) => host.findEntity({ kind: 'project', key }) ?? []);
  const flagged = [
    ...listEverLinked(host),
    ...host.listFlagged('owesTracker', true),
    ...host.listFlagged('owesTracker', false),
    ...host.listFlagged('hasTrackerIdentity', true),
  ];
  for (const entity of [...named, ...flagged]) found.set(toEntityName(entity), entity);
  return [...found.values()].sort(
    (one, other) => compareText(one.kind, other.kind) || compareKeys(one.key, other.key),
  );
}
