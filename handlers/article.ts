import { articleEndpoints } from '../src/endpoints/article-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: articleEndpoints, asyncFunctions: scheduledFunctions };
