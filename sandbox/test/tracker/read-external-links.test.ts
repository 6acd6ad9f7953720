import { expect, test } from '@jest/globals';
import { type Application, section, silent, startWorld, youtrackOrigin } from './fake-world.ts';

function startWithLinks(keys: readonly string[], application: Application, options = {}) {
  const links = keys.map((key) => ({ issue: 'TEST-1', application: 'com.example.youtrack', key }));
  return startWorld(application, { config: { ...section(), links }, ...options });
}

async function readLinks({ app }: Pick<ReturnType<typeof startWorld>, 'app'>) {
  return (await (await app.request('/_sandbox/issues/TEST-1/links')).json()).links;
}

test('what the application says of the object is shown, its assignee by name', async () => {
  const info = {
    key: 'NEW-7',
    summary: 'Отчёт',
    status: { name: 'Fixed' },
    resolution: { name: 'Fixed' },
    assignee: { passportUid: 34 },
    iconUrl: 'http://icons.test/done.svg',
  };
  const world = startWithLinks(['DEMO-1'], () => Response.json(info));
  expect(await readLinks(world)).toMatchObject([
    {
      key: 'DEMO-1',
      application: { name: 'YouTrack' },
      url: `${youtrackOrigin}/issue/DEMO-1`,
      iconUrl: 'http://icons.test/done.svg',
      info,
      assignee: 'Ирина Ковалёва',
      state: 'answered',
      problems: [],
    },
  ]);
  expect(world.received).toEqual([
    {
      method: 'GET',
      url: `${youtrackOrigin}/info?key=DEMO-1`,
      authorization: 'Bearer perm:tracker',
      body: '',
    },
  ]);
});

test('the application is asked anew every time', async () => {
  const world = startWithLinks(['DEMO-1'], () => Response.json({ key: 'DEMO-1', summary: 'x' }));
  await readLinks(world);
  await readLinks(world);
  expect(world.received).toHaveLength(2);
});

test('links keep their order however late the answers come, and failures stay with their link', async () => {
  const world = startWithLinks(['A-1', 'A-2', 'A-3'], async ({ url }) => {
    if (url.endsWith('A-1')) await new Promise(setImmediate);
    return url.endsWith('A-2')
      ? new Response('', { status: 404 })
      : Response.json({ key: url.slice(-3), summary: 'x' });
  });
  expect(await readLinks(world)).toMatchObject([
    { key: 'A-1', state: 'answered' },
    { key: 'A-2', state: 'failed', failure: { kind: 'refused', status: 404 } },
    { key: 'A-3', state: 'answered' },
  ]);
});

test('silent applications hold nobody up beyond the bound, and are asked few at a time', async () => {
  const keys = Array.from({ length: 30 }, (_, index) => `A-${index + 1}`);
  const world = startWithLinks(keys, silent, { pageWaitMs: 20 });
  const links: { state: string }[] = await readLinks(world);
  expect(links.map((link) => link.state)).toEqual(keys.map(() => 'late'));
  expect(world.received).toHaveLength(8);
});

test('an answer that is too large is a failure', async () => {
  const world = startWithLinks(['A-1'], () => new Response(new Uint8Array(1_100_000)));
  expect(await readLinks(world)).toMatchObject([{ state: 'failed', failure: { kind: 'unreachable' } }]);
});
