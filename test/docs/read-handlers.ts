import { readdirSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { DeclaredEndpoint } from '../../src/endpoints/serve.ts';

// Rules are made while a handler is loaded; here nobody asks what they are.
jest.mock('../../src/youtrack/youtrack.ts', () => {
  const rules = { onChange: () => ({}), onSchedule: () => ({}) };
  return { youtrack: { Issue: rules, Article: rules } };
});

/** What a handler's source exports. */
interface HandlerSource {
  readonly httpHandler: { readonly endpoints: readonly DeclaredEndpoint[] };
}

/** Commands and tools, in folders of their own, have no endpoints. */
const scriptFiles = readdirSync('handlers').filter((file) => file.endsWith('.ts'));

/** The sources of all handlers by their names. */
export function readHandlers(): Readonly<Record<string, HandlerSource>> {
  const sources = scriptFiles.map((file): [string, Partial<HandlerSource>] => [
    file.replace(/\.ts$/, ''),
    require(`../../handlers/${file}`),
  ]);
  const handlers = sources.flatMap(([name, { httpHandler }]) =>
    httpHandler === undefined ? [] : [[name, { httpHandler }] as const],
  );
  return Object.fromEntries(handlers);
}
