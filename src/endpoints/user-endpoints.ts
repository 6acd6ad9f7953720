import { parseNothing } from '../protocol/parse-nothing.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { toUserEntity } from '../youtrack/user-entity.ts';
import { entityEndpoints } from './entity-endpoints.ts';
import { serveIn } from './serve.ts';

declare function require(path: '../pages/parse-identity.ts'): typeof import('../pages/parse-identity.ts');
declare function require(path: '../pages/read-identity.ts'): typeof import('../pages/read-identity.ts');
declare function require(path: '../pages/write-identity.ts'): typeof import('../pages/write-identity.ts');

const open = openOwnHost(({ user }, execution) => user && toUserEntity(user, execution));
const serve = serveIn('user', open);

/** A user is somebody in Tracker besides. */
export const userEndpoints = [
  ...entityEndpoints('user', open),
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
