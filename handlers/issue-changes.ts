import { createIssueRule } from '../src/endpoints/rules.ts';

export const rule = createIssueRule();
