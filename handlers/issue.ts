import { entityEndpoints } from '../src/host/entity-endpoints.ts';
import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openIssue } from '../src/host/scopes.ts';

export const httpHandler = {
  endpoints: entityEndpoints('issue', openIssue),
  asyncFunctions: scheduledFunctions,
};
