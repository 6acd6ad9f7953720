import { createSweepRule } from '../src/endpoints/rules.ts';

export const rule = createSweepRule();
