import { createListTool } from '../../src/tools/list-tracker-links.ts';

export const aiTool = createListTool();
