import { createLinkCommand } from '../../src/tools/link-command.ts';

export const rule = createLinkCommand();
