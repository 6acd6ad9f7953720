import type { OwnHost } from '../ports/youtrack.ts';
import type { EntityKind } from '../protocol/entity-key.ts';
import { parseNothing } from '../protocol/parse-nothing.ts';
import { readOwnInfo } from '../showing/read-own-info.ts';
import type { OpenHost } from '../youtrack/open-host.ts';
import { type DeclaredEndpoint, serveIn } from './serve.ts';

declare function require(path: './open-details-host.ts'): typeof import('./open-details-host.ts');
declare function require(path: '../linking/create-links.ts'): typeof import('../linking/create-links.ts');
declare function require(path: '../linking/list-links.ts'): typeof import('../linking/list-links.ts');
declare function require(path: '../linking/remove-links.ts'): typeof import('../linking/remove-links.ts');
declare function require(
  path: '../pages/list-linked-queues.ts',
): typeof import('../pages/list-linked-queues.ts');
declare function require(path: '../pages/show-panel.ts'): typeof import('../pages/show-panel.ts');
declare function require(
  path: '../protocol/parse-link-requests.ts',
): typeof import('../protocol/parse-link-requests.ts');
declare function require(
  path: '../protocol/parse-mirroring.ts',
): typeof import('../protocol/parse-mirroring.ts');
declare function require(path: '../mirroring/retry-links.ts'): typeof import('../mirroring/retry-links.ts');
declare function require(path: '../mirroring/show-details.ts'): typeof import('../mirroring/show-details.ts');
declare function require(
  path: '../suggesting/suggest-candidates.ts',
): typeof import('../suggesting/suggest-candidates.ts');

/** The endpoints that every kind of object has under its own address. What is asked for less often than `info` is loaded when it is. */
export function entityEndpoints(kind: EntityKind, open: OpenHost<OwnHost>): readonly DeclaredEndpoint[] {
  const serve = serveIn(kind, open);
  const isForTracker = true;
  const serveTold = serveIn(kind, (ctx, execution) =>
    require('./open-details-host.ts').openDetailsHost(open(ctx, execution), ctx.settings),
  );
  return [
    serve({ method: 'GET', path: 'info', parse: parseNothing, run: readOwnInfo, isForTracker }),
    serve({
      method: 'GET',
      path: 'panel',
      parse: parseNothing,
      run: (host) => require('../pages/show-panel.ts').showPanel(host),
    }),
    serve({
      method: 'GET',
      path: 'queues',
      parse: parseNothing,
      run: (host) => require('../pages/list-linked-queues.ts').listLinkedQueues(host),
    }),
    serve({
      method: 'GET',
      path: 'links',
      parse: parseNothing,
      run: (host) => require('../linking/list-links.ts').listLinks(host),
      isForTracker,
    }),
    serve({
      method: 'POST',
      path: 'links',
      parse: (request) => require('../protocol/parse-link-requests.ts').parseCreateLinks(request),
      run: (host, request) => require('../linking/create-links.ts').createOwnLinks(host, request),
      isForTracker,
    }),
    serve({
      method: 'DELETE',
      path: 'links',
      parse: (request) => require('../protocol/parse-link-requests.ts').parseRemoveLinks(request),
      run: (host, request) => require('../linking/remove-links.ts').removeLinks(host, request),
      isForTracker,
    }),
    serve({
      method: 'POST',
      path: 'links/retry',
      parse: (request) => require('../protocol/parse-mirroring.ts').parseRetryLinks(request),
      run: (host, request) => require('../mirroring/retry-links.ts').retryLinks(host, request),
    }),
    serveTold({
      method: 'GET',
      path: 'details',
      parse: (request) => require('../protocol/parse-mirroring.ts').parseDetailsQuery(request),
      run: (host, request) => require('../mirroring/show-details.ts').showDetails(host, request),
    }),
    serveTold({
      method: 'GET',
      path: 'candidates',
      parse: (request) => require('../protocol/parse-mirroring.ts').parseCandidatesQuery(request),
      run: (host, request) => require('../suggesting/suggest-candidates.ts').suggestCandidates(host, request),
    }),
  ];
}
