import { projectEndpoints } from '../src/endpoints/project-endpoints.ts';
import { scheduledFunctions } from '../src/endpoints/scheduled-functions.ts';

export const httpHandler = { endpoints: projectEndpoints, asyncFunctions: scheduledFunctions };
