import type { Operation } from './operations.ts';

export const httpOperations: Readonly<Record<string, Operation>> = {};
