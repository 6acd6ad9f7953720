import type { DetailsHost } from '../mirroring/issue-memory.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import type { TrackerLanguage } from '../protocol/tracker-problem.ts';
import { type OpenHost, openOwnHost } from '../youtrack/open-host.ts';
import { nodeMemory } from '../youtrack/outbound.ts';
import { openTracker } from './open-tracker.ts';

export function openDetailsHost(kind: EntityKind): OpenHost<DetailsHost> {
  const open = openOwnHost(kind);
  return (ctx, execution) =>
    Object.assign(open(ctx, execution), {
      memory: nodeMemory,
      openTracker: (language: TrackerLanguage) => openTracker(ctx.settings, { language, waiting: 'person' }),
    });
}
