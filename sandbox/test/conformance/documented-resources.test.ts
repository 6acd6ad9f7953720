import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentedResources } from '../../src/rest/documented-resources.ts';
import { parseFlags } from '../../src/server/parse-flags.ts';
import { type RunningSandbox, startSandbox } from '../../src/server/start-sandbox.ts';
import { buildFolder } from '../support/build-folder.ts';
import { fullWorld } from './full-world.ts';

const rows = Object.entries(documentedResources).flatMap(([path, methods]) =>
  methods.map((method): [string, string] => [method, path]),
);
const unknownId = '99-99';

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({
    flags: parseFlags(['--port', '0', '--tracker-port', '0']),
    buildFolder,
    onLine: () => undefined,
    world: fullWorld,
  });
});
afterAll(() => running.close());

describe('a documented resource', () => {
  test.each(rows)('%s %s is emulated, or 501 that names it', async (method, pattern) => {
    const path = await pathOf(pattern, method === 'DELETE');
    const { status, body } = await send(method, path);
    const isOfNothing = path.endsWith(unknownId) || path.includes(`${unknownId}/`);
    const fit = [200, 400, 501, ...(isOfNothing ? [404] : [])];
    expect({ path, status, body, isFit: fit.includes(status) }).toMatchObject({ isFit: true });
    if (status === 501) expect(body).toMatch(/does not (emulate|set)/);
  });

  test.each(rows.filter(([method]) => method === 'POST'))(
    '%s %s does not pass over what it is asked to set',
    async (method, pattern) => {
      const path = await pathOf(pattern, false);
      const { status, body } = await send(method, path, { nonsense: 'да' });

      expect({ path, status, body }).not.toMatchObject({ status: 200 });
      expect({ path, status, body }).not.toMatchObject({ status: 500 });
    },
  );
});

/** Fills placeholders with the ids of what is there, the last one of a path to be removed with one of nothing. */
async function pathOf(pattern: string, isRemoved: boolean): Promise<string> {
  const parts = pattern.split('/');
  let path = '';
  for (const [at, part] of parts.entries()) {
    if (at === 0) continue;
    const isLast = at === parts.length - 1;
    path += `/${part === ':id' ? (isLast && isRemoved ? unknownId : await firstId(path)) : part}`;
  }
  return path;
}

async function firstId(collection: string): Promise<string> {
  const { status, body } = await send('GET', `${collection}?fields=id&$top=1`);
  const found: unknown = status === 200 ? JSON.parse(body) : [];
  const [first]: unknown[] = Array.isArray(found) ? found : [];
  return typeof first === 'object' && first !== null && 'id' in first ? String(first.id) : unknownId;
}

async function send(
  method: string,
  path: string,
  body: unknown = {},
): Promise<{ status: number; body: string }> {
  const response = await fetch(running.youtrack + path, {
    method,
    headers: { authorization: 'Bearer perm:admin' },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.text() };
}
