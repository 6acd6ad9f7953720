import { parseIdentity } from '../pages/parse-identity.ts';
import { readIdentity } from '../pages/read-identity.ts';
import { writeIdentity } from '../pages/write-identity.ts';
import { parseNothing } from '../protocol/parse-requests.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { entityEndpoints } from './entity-endpoints.ts';
import { serveIn } from './serve.ts';

const serve = serveIn('user', openOwnHost('user'));

/** A user is somebody in Tracker besides. */
export const userEndpoints = [
  ...entityEndpoints('user'),
  serve({ method: 'GET', path: 'identity', parse: parseNothing, run: readIdentity }),
  serve({ method: 'POST', path: 'identity', parse: parseIdentity, run: writeIdentity }),
];
