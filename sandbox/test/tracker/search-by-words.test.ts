import { expect, test } from '@jest/globals';
import { authorized, json, startWorld } from './fake-world.ts';

const config = {
  queues: [{ key: 'TEST', name: 'Проверка' }, 'NEW', 'SHOP'],
  issues: [
    { key: 'TEST-1', summary: 'Перенести отчёты в архив', updatedAt: 1_000 },
    { key: 'TEST-2', summary: 'Archive of reports', updatedAt: 3_000 },
    { key: 'NEW-1', summary: 'Отчет о продажах', updatedAt: 2_000, aliases: ['OLD-7'] },
    { key: 'NEW-2', summary: 'Version 2.0', updatedAt: 4_000 },
  ],
};

async function find(body: unknown, query = ''): Promise<string[]> {
  const { app } = startWorld(undefined, { config });
  const response = await app.request(`/v3/issues/_search${query}`, json(body));
  const found: { key: string }[] = await response.json();
  return found.map(({ key }) => key);
}

test.each([
  ['Summary: "отчёты"', ['TEST-1', 'NEW-1']],
  ['Summary: "отчетов"', ['TEST-1', 'NEW-1']],
  ['"Summary": "архив перенести"', ['TEST-1']],
  ['summary: reports', ['TEST-2']],
  ['Summary: "rep"', []],
  ['Summary: #"Version 2.0"', ['NEW-2']],
  ['Summary: #"Version"', []],
  ['Queue: TEST Summary: !"archive"', ['TEST-1']],
  ['"Queue": "NEW" AND Summary: "продажи"', ['NEW-1']],
  ['Queue: TEST, NEW "Sort By": Key DESC', ['TEST-2', 'TEST-1', 'NEW-2', 'NEW-1']],
  ['Summary: "отчёт" "Sort By": Updated DESC', ['NEW-1', 'TEST-1']],
  ['Key: "OLD-7"', ['NEW-1']],
  ['archive reports', ['TEST-2']],
  ['', ['TEST-1', 'TEST-2', 'NEW-1', 'NEW-2']],
])('the query %p finds %j', async (query, keys) => {
  expect(await find({ query })).toEqual(keys);
});

test.each([
  [{ queue: 'NEW' }, ['NEW-1', 'NEW-2']],
  [{ filter: { queue: 'TEST', summary: 'отчёт' } }, ['TEST-1']],
  [{ filter: { queue: ['TEST', 'NEW'], key: 'NEW-2' } }, ['NEW-2']],
  [{}, ['TEST-1', 'TEST-2', 'NEW-1', 'NEW-2']],
])('%j finds %j', async (body, keys) => {
  expect(await find(body)).toEqual(keys);
});

test('what a query finds comes in pages too', async () => {
  expect(await find({ query: '"Sort By": Updated DESC' }, '?perPage=1&page=2')).toEqual(['TEST-2']);
});

test('queues come in pages, and each by key or id', async () => {
  const { app } = startWorld(undefined, { config });
  const read = async (path: string) => await app.request(path, { headers: authorized });
  const page = await read('/v3/queues?perPage=2&page=2');
  expect([page.headers.get('x-total-count'), page.headers.get('x-total-pages')]).toEqual(['3', '2']);
  expect(await page.json()).toMatchObject([{ key: 'SHOP', name: 'SHOP', id: 3 }]);
  for (const reference of ['TEST', '1'])
    expect(await (await read(`/v3/queues/${reference}`)).json()).toMatchObject({
      key: 'TEST',
      name: 'Проверка',
    });
});
