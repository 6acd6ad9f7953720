import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';
import { userEndpoints } from '../src/endpoints/user-endpoints.ts';

export const httpHandler = { endpoints: userEndpoints, asyncFunctions: scheduledFunctions };
