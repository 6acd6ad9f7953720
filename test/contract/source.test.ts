import { beforeAll, jest, test } from '@jest/globals';
import { contract } from './cases/all.ts';
import { readContractWorld } from './contract-world.ts';
import type { HandlerSource, OpenedContext } from './memory/memory-send.ts';
import { createMemorySend } from './memory/memory-send.ts';
import { runCase } from './run-case.ts';
import type { Send } from './send.ts';

const open = (ctx: OpenedContext) => ctx.opened;
const scopes = { openGlobal: open, openIssue: open, openArticle: open, openProject: open, openUser: open };
jest.mock('../../src/youtrack/scopes.ts', () => scopes);
jest.mock('../../src/youtrack/create-admin-host.ts', () => ({ openAdmin: open }));
jest.mock('../../src/youtrack/youtrack.ts', () => ({ youtrack: {} }));

let send: Send;

beforeAll(() => {
  const names = ['issue', 'article', 'project', 'user', 'global', 'admin'];
  const handlers = names.map((name): [string, HandlerSource] => [name, require(`../../handlers/${name}.ts`)]);
  send = createMemorySend(readContractWorld(), Object.fromEntries(handlers));
});

const rows = contract.filter((row) => row.serverOnly === undefined);

test.each(rows.map((row) => [row.title, row] as const))('the sources: %s', async (_, row) => {
  await runCase(send, row);
});
