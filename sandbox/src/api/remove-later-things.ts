import { guardLater, type LaterGuard } from '../guard-later.ts';
import { guardContext } from './context.ts';
import { Connection } from './http.ts';

/** The version of YouTrack a realm is of, and what of the API that version lacks: by owner and name, since when there is. */
export interface VersionDescription {
  readonly version: string;
  readonly later: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Takes out of the scripting API what came with later versions. */
export function removeLaterThings(
  { version, later }: VersionDescription,
  entities: Readonly<Record<string, unknown>>,
): void {
  const { ctx = {}, Connection: requests = {}, entities: types = {}, ...members } = later;
  guardContext({ owner: 'ctx', names: ctx, version });
  guard(Connection.prototype, { owner: 'Connection', names: requests, version });
  for (const [owner, names] of Object.entries(members)) {
    const type = entities[owner];
    if (typeof type === 'function') guard(type.prototype as object, { owner, names, version });
  }
  guard(entities, { owner: 'entities', names: types, version });
}

/** Nothing stands between an object and what it inherits where nothing is missing. */
function guard(target: object, later: LaterGuard): void {
  if (Object.keys(later.names).length > 0) guardLater(target, later);
}
