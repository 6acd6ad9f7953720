import { createUnlinkCommand } from '../../src/tools/unlink-command.ts';

export const rule = createUnlinkCommand();
