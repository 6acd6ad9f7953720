import { issueEndpoints } from '../src/endpoints/issue-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: issueEndpoints, asyncFunctions: scheduledFunctions };
