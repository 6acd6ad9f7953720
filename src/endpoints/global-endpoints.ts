import { openHost } from '../youtrack/open-host.ts';
import { serveIn } from './serve.ts';

declare function require(path: '../linking/create-links.ts'): typeof import('../linking/create-links.ts');
declare function require(
  path: '../linking/list-linked-entities.ts',
): typeof import('../linking/list-linked-entities.ts');
declare function require(path: '../linking/remove-links.ts'): typeof import('../linking/remove-links.ts');
declare function require(path: '../linking/set-links.ts'): typeof import('../linking/set-links.ts');
declare function require(
  path: '../protocol/parse-link-requests.ts',
): typeof import('../protocol/parse-link-requests.ts');
declare function require(
  path: '../protocol/parse-requests.ts',
): typeof import('../protocol/parse-requests.ts');
declare function require(
  path: '../showing/read-entity-info.ts',
): typeof import('../showing/read-entity-info.ts');
declare function require(
  path: '../showing/suggest-entities.ts',
): typeof import('../showing/suggest-entities.ts');

const serve = serveIn('global', openHost);
const isForTracker = true;

/** The addresses that name no object: the request does. */
export const globalEndpoints = [
  serve({
    method: 'GET',
    path: 'info',
    parse: (request) => require('../protocol/parse-requests.ts').parseInfoQuery(request),
    run: (host, request) => require('../showing/read-entity-info.ts').readInfoByKey(host, request),
    isForTracker,
  }),
  serve({
    method: 'GET',
    path: 'links',
    parse: (request) => require('../protocol/parse-link-requests.ts').parseLinkedQuery(request),
    run: (host, request) => require('../linking/list-linked-entities.ts').listLinkedEntities(host, request),
    isForTracker,
  }),
  serve({
    method: 'POST',
    path: 'links',
    parse: (request) => require('../protocol/parse-link-requests.ts').parseCreateLinksAnywhere(request),
    run: (host, request) => require('../linking/create-links.ts').createLinks(host, request),
    isForTracker,
  }),
  serve({
    method: 'PUT',
    path: 'links',
    parse: (request) => require('../protocol/parse-link-requests.ts').parseSetLinks(request),
    run: (host, request) => require('../linking/set-links.ts').setLinks(host, request),
    isForTracker,
  }),
  serve({
    method: 'DELETE',
    path: 'links',
    parse: (request) => require('../protocol/parse-link-requests.ts').parseRemoveLinksAnywhere(request),
    run: (host, request) => require('../linking/remove-links.ts').removeLinks(host, request),
    isForTracker,
  }),
  serve({
    method: 'GET',
    path: 'suggest',
    parse: (request) => require('../protocol/parse-requests.ts').parseSuggestQuery(request),
    run: (host, request) => require('../showing/suggest-entities.ts').suggestEntities(host, request),
    isForTracker,
  }),
];
