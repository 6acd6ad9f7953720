import { globalEndpoints } from '../src/endpoints/global-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: globalEndpoints, asyncFunctions: scheduledFunctions };
