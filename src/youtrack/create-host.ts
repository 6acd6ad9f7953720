import type { PageHost } from '../ports/page-ports.ts';
import { findEntity, listEverLinked } from './find-entity.ts';
import { findProject } from './find-project.ts';
import { readSettings } from './read-settings.ts';
import type { ScriptContext } from './script-context.ts';
import type { WriteListener } from './stored-links.ts';
import type { YouTrack } from './youtrack.ts';

/** The key under which a scheduled function finds what it has to know. */
export const stateKey = 'state';

/** YouTrack as the operations see it, for one execution of a script. */
export function createHost(ctx: ScriptContext, api: YouTrack, onWrite: WriteListener): PageHost {
  const viewer = { user: ctx.currentUser, onWrite };
  return {
    caller: ctx.currentUser,
    clock: { now: () => Date.now(), random: () => Math.random() },
    settings: readSettings(ctx.settings),
    findEntity: (reading) => findEntity(api, viewer, reading),
    findProject: (key) => findProject(api, viewer, key),
    listEverLinked: () => listEverLinked(api, viewer),
    schedule({ name, delayMs, state }) {
      ctx.store(stateKey, state);
      ctx.invokeAsync(name, delayMs);
    },
  };
}
