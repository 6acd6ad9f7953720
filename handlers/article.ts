import { entityEndpoints } from '../src/host/entity-endpoints.ts';
import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openArticle } from '../src/host/scopes.ts';

export const httpHandler = {
  endpoints: entityEndpoints('article', openArticle),
  asyncFunctions: scheduledFunctions,
};
