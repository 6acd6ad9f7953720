import { readdirSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { HandlerSource, OpenedContext } from '../contract/memory/memory-send.ts';

const open = (ctx: OpenedContext) => ctx.opened;
const scopes = { openGlobal: open, openIssue: open, openArticle: open, openProject: open, openUser: open };
jest.mock('../../src/youtrack/scopes.ts', () => scopes);
jest.mock('../../src/youtrack/create-admin-host.ts', () => ({ openAdmin: open }));
jest.mock('../../src/youtrack/youtrack.ts', () => ({ youtrack: {} }));

/** The sources of all handlers by their names, ready to be run on a world in memory. */
export function readHandlers(): Readonly<Record<string, HandlerSource>> {
  const sources = readdirSync('handlers').map((file): [string, Partial<HandlerSource>] => [
    file.replace(/\.ts$/, ''),
    require(`../../handlers/${file}`),
  ]);
  const handlers = sources.flatMap(([name, { httpHandler }]) =>
    httpHandler === undefined ? [] : [[name, { httpHandler }] as const],
  );
  return Object.fromEntries(handlers);
}
