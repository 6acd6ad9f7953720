import { parseProjectLinkedQuery } from '../src/administration/parse-page-queries.ts';
import { entityEndpoints } from '../src/endpoints/entity-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/run-scheduled.ts';
import { serve } from '../src/endpoints/serve.ts';
import { listProjectLinks } from '../src/pages/list-project-links.ts';
import { readProjectOverview } from '../src/pages/read-project-overview.ts';
import { parseNothing } from '../src/protocol/parse-requests.ts';
import { openProject as open } from '../src/youtrack/scopes.ts';

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
