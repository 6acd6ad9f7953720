import { entityEndpoints } from '../src/host/entity-endpoints.ts';
import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openUser as open } from '../src/host/scopes.ts';
import { serve } from '../src/host/serve.ts';
import { readIdentity } from '../src/operations/read-identity.ts';
import { writeIdentity } from '../src/operations/write-identity.ts';
import { parseIdentity } from '../src/protocol/parse-identity.ts';
import { parseNothing } from '../src/protocol/parse-queries.ts';

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
