import { createAddTool } from '../../src/tools/add-tracker-links.ts';

export const aiTool = createAddTool();
