import { createArticleRule } from '../src/endpoints/rules.ts';

export const rule = createArticleRule();
