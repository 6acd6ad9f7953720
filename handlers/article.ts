import { entityEndpoints } from '../src/endpoints/entity-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: entityEndpoints('article'), asyncFunctions: scheduledFunctions };
