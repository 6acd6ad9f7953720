import { adminEndpoints } from '../src/endpoints/admin-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: adminEndpoints, asyncFunctions: scheduledFunctions };
