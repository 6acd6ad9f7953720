import { createRemoveTool } from '../../src/tools/remove-tracker-links.ts';

export const aiTool = createRemoveTool();
