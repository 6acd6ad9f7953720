import { entityEndpoints } from '../src/endpoints/entity-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/run-scheduled.ts';
import { openIssue } from '../src/youtrack/scopes.ts';

export const httpHandler = {
  endpoints: entityEndpoints('issue', openIssue),
  asyncFunctions: scheduledFunctions,
};
