import { createOwnLinks } from '../linking/create-links.ts';
import { listLinks } from '../linking/list-links.ts';
import { removeLinks } from '../linking/remove-links.ts';
import { listLinkedQueues } from '../pages/list-linked-queues.ts';
import { showPanel } from '../pages/show-panel.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { parseCreateLinks, parseRemoveLinks } from '../protocol/parse-link-requests.ts';
import { parseCandidatesQuery, parseDetailsQuery, parseRetryLinks } from '../protocol/parse-mirroring.ts';
import { parseNothing } from '../protocol/parse-requests.ts';
import { readOwnInfo } from '../showing/read-entity-info.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { openDetailsHost } from './open-details-host.ts';
import { type DeclaredEndpoint, serveIn } from './serve.ts';

declare function require(path: '../mirroring/retry-links.ts'): typeof import('../mirroring/retry-links.ts');
declare function require(path: '../mirroring/show-details.ts'): typeof import('../mirroring/show-details.ts');
declare function require(
  path: '../pages/suggest-candidates.ts',
): typeof import('../pages/suggest-candidates.ts');

/** The endpoints that every kind of object has under its own address. What concerns Tracker is loaded only when it is asked for. */
export function entityEndpoints(kind: EntityKind): readonly DeclaredEndpoint[] {
  const serve = serveIn(kind, openOwnHost(kind));
  const serveTold = serveIn(kind, openDetailsHost(kind));
  return [
    serve({ method: 'GET', path: 'info', parse: parseNothing, run: readOwnInfo }),
    serve({ method: 'GET', path: 'panel', parse: parseNothing, run: showPanel }),
    serve({ method: 'GET', path: 'queues', parse: parseNothing, run: listLinkedQueues }),
    serve({ method: 'GET', path: 'links', parse: parseNothing, run: listLinks }),
    serve({ method: 'POST', path: 'links', parse: parseCreateLinks, run: createOwnLinks }),
    serve({ method: 'DELETE', path: 'links', parse: parseRemoveLinks, run: removeLinks }),
    serve({
      method: 'POST',
      path: 'links/retry',
      parse: parseRetryLinks,
      run: (host, request) => require('../mirroring/retry-links.ts').retryLinks(host, request),
    }),
    serveTold({
      method: 'GET',
      path: 'details',
      parse: parseDetailsQuery,
      run: (host, request) => require('../mirroring/show-details.ts').showDetails(host, request),
    }),
    serveTold({
      method: 'GET',
      path: 'candidates',
      parse: parseCandidatesQuery,
      run: (host, request) => require('../pages/suggest-candidates.ts').suggestCandidates(host, request),
    }),
  ];
}
