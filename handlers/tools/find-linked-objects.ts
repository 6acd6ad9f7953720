import { createFindTool } from '../../src/tools/find-linked-objects.ts';

export const aiTool = createFindTool();
