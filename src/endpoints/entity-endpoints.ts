import { createLinks } from '../linking/create-links.ts';
import { listLinks } from '../linking/list-links.ts';
import { removeLinks } from '../linking/remove-links.ts';
import { showPanel } from '../pages/show-panel.ts';
import type { EntityHost } from '../ports/ports.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { parseCreateLinks, parseNothing, parseRemoveLinks } from '../protocol/parse-requests.ts';
import { readOwnInfo } from '../showing/read-entity-info.ts';
import type { OpenScope } from '../youtrack/scopes.ts';
import type { HttpContext } from '../youtrack/script-context.ts';
import { serve } from './serve.ts';

/** One endpoint as YouTrack wants it declared. */
export interface DeclaredEndpoint {
  readonly scope: EntityKind | 'global';
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly handle: (ctx: HttpContext) => void;
}

/** The endpoints that every kind of object has under its own address. */
export function entityEndpoints(scope: EntityKind, open: OpenScope<EntityHost>): readonly DeclaredEndpoint[] {
  const info = serve({ open, parse: parseNothing, run: readOwnInfo });
  const panel = serve({ open, parse: parseNothing, run: showPanel });
  const list = serve({ open, parse: parseNothing, run: listLinks });
  const create = serve({ open, parse: parseCreateLinks, run: createLinks });
  const remove = serve({ open, parse: parseRemoveLinks, run: removeLinks });
  return [
    { scope, method: 'GET', path: 'info', handle: info },
    { scope, method: 'GET', path: 'panel', handle: panel },
    { scope, method: 'GET', path: 'links', handle: list },
    { scope, method: 'POST', path: 'links', handle: create },
    { scope, method: 'DELETE', path: 'links', handle: remove },
  ];
}
