import { adminEndpoints } from '../src/endpoints/admin-endpoints.ts';

export const httpHandler = { endpoints: adminEndpoints };
