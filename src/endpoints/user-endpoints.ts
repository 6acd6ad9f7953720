import { parseNothing } from '../protocol/parse-envelope.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { entityEndpoints } from './entity-endpoints.ts';
import { serveIn } from './serve.ts';

declare function require(path: '../pages/parse-identity.ts'): typeof import('../pages/parse-identity.ts');
declare function require(path: '../pages/read-identity.ts'): typeof import('../pages/read-identity.ts');
declare function require(path: '../pages/write-identity.ts'): typeof import('../pages/write-identity.ts');

const serve = serveIn('user', openOwnHost('user'));

/** A user is somebody in Tracker besides. */
export const userEndpoints = [
  ...entityEndpoints('user'),
  serve({
    method: 'GET',
    path: 'identity',
    parse: parseNothing,
    run: (host) => require('../pages/read-identity.ts').readIdentity(host),
  }),
  serve({
    method: 'POST',
    path: 'identity',
    parse: (request) => require('../pages/parse-identity.ts').parseIdentity(request),
    run: (host, request) => require('../pages/write-identity.ts').writeIdentity(host, request),
  }),
];
