import { entityEndpoints } from '../src/endpoints/entity-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/run-scheduled.ts';
import { openArticle } from '../src/youtrack/scopes.ts';

export const httpHandler = {
  endpoints: entityEndpoints('article', openArticle),
  asyncFunctions: scheduledFunctions,
};
