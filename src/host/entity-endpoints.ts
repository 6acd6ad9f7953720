import { createLinks } from '../operations/create-links.ts';
import { listLinks } from '../operations/list-links.ts';
import { readOwnInfo } from '../operations/read-entity-info.ts';
import { removeLinks } from '../operations/remove-links.ts';
import { showPanel } from '../operations/show-panel.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { parseCreateLinks } from '../protocol/parse-create-links.ts';
import { parseNothing, parseRemoveLinks } from '../protocol/parse-queries.ts';
import type { EntityHost } from './ports.ts';
import type { OpenScope } from './scopes.ts';
import type { HttpContext } from './script-context.ts';
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
