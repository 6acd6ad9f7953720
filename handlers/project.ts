import { entityEndpoints } from '../src/host/entity-endpoints.ts';
import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openProject as open } from '../src/host/scopes.ts';
import { serve } from '../src/host/serve.ts';
import { listProjectLinks } from '../src/operations/list-project-links.ts';
import { readProjectOverview } from '../src/operations/read-project-overview.ts';
import { parseProjectLinkedQuery } from '../src/protocol/parse-page-queries.ts';
import { parseNothing } from '../src/protocol/parse-queries.ts';

const scope = 'project';
const overview = serve({ open, parse: parseNothing, run: readProjectOverview });
const linked = serve({ open, parse: parseProjectLinkedQuery, run: listProjectLinks });

export const httpHandler = {
  endpoints: [
    ...entityEndpoints(scope, open),
    { scope, method: 'GET', path: 'overview', handle: overview },
    { scope, method: 'GET', path: 'linked', handle: linked },
  ],
  asyncFunctions: scheduledFunctions,
};
