import { entityEndpoints } from '../src/endpoints/entity-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/run-scheduled.ts';
import { serve } from '../src/endpoints/serve.ts';
import { parseIdentity } from '../src/pages/parse-identity.ts';
import { readIdentity } from '../src/pages/read-identity.ts';
import { writeIdentity } from '../src/pages/write-identity.ts';
import { parseNothing } from '../src/protocol/parse-requests.ts';
import { openUser as open } from '../src/youtrack/scopes.ts';

const scope = 'user';
const identity = serve({ open, parse: parseNothing, run: readIdentity });
const saveIdentity = serve({ open, parse: parseIdentity, run: writeIdentity });

export const httpHandler = {
  endpoints: [
    ...entityEndpoints(scope, open),
    { scope, method: 'GET', path: 'identity', handle: identity },
    { scope, method: 'POST', path: 'identity', handle: saveIdentity },
  ],
  asyncFunctions: scheduledFunctions,
};
