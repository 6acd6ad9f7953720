import { expect } from '@jest/globals';
import { ask } from './ask.ts';
import { fullWorld } from './full-world.ts';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const path = '/api/issues/DEMO-2/extensionEndpoints/transactions/work/';
const asks = (method: string) => ask({ at: `${method} ${path}`, source: 'seen' });
const [get, post, put, remove] = [asks('GET'), asks('POST'), asks('PUT'), asks('DELETE')];

const failing = (rule: string, call: string): Row => ({
  rule,
  source: 'seen',
  send: call.replace(' ', ` ${path}`),
  expect: { status: 500, text: '' },
});
/** Several requests in flight at the same time. */
const together = (rule: string, calls: readonly string[]): Row => ({
  rule,
  source: 'seen',
  send: calls.map((call) => `POST ${path}${call}`),
  expect: { status: 200 },
});

runGroup({
  name: 'transactions, serial',
  world: fullWorld,
  flags: ['--delete', 'writable'],
  apps: { transactions: 'transactions' },
  rows: [
    failing('GET runs in a read-only transaction: a write fails', 'GET write'),
    get(
      'write-caught',
      'with ReadonlyTransactionException',
      expect.stringContaining('ReadonlyTransactionException'),
    ),
    failing('GET cannot create', 'GET comment'),
    failing('GET cannot write extension properties', 'GET property'),
    get('read', 'nothing was written', ['Second', 0, null, 4]),
    post('comment', 'POST writes', 1),
    put('comment', 'PUT writes', 2),
    remove('comment', 'DELETE writes, as published apps do', 3),
    remove('property', 'extension properties too', 'DELETE'),
    failing('an exception', 'POST throw'),
    get('read', 'undoes texts, comments, new issues and properties', ['Second', 3, 'DELETE', 4]),
    failing('a rejected promise', 'POST rejected'),
    get('read', 'undoes as well', ['Second', 3, 'DELETE', 4]),
    {
      rule: 'a refusal is an answer like any other',
      source: 'chosen',
      send: `POST ${path}refuse`,
      expect: { status: 409, text: 'refused' },
    },
    get('read', 'and keeps what was written', ['kept', 3, 'DELETE', 4], 'chosen'),
    post('see-own', 'a transaction sees its own writes', 'own'),
    together('twenty increments at the same time', Array(20).fill('increment')),
    get('count', 'one after another, none is lost', 20, 'chosen'),
  ],
});

runGroup({
  name: 'transactions, --delete readonly (the default)',
  world: fullWorld,
  apps: { transactions: 'transactions' },
  rows: [
    { ...failing('DELETE runs in a read-only transaction', 'DELETE comment'), source: 'request' },
    { ...failing('for extension properties too', 'DELETE property'), source: 'request' },
    post('comment', 'POST writes all the same', 1),
    get('read', 'only that was written', ['Second', 1, null, 4]),
  ],
});

runGroup({
  name: 'transactions, --writes overlapping',
  world: fullWorld,
  flags: ['--writes', 'overlapping'],
  apps: { transactions: 'transactions' },
  rows: [
    together('five read-modify-writes at the same time are all answered', Array(5).fill('increment')),
    post('reset', 'the counter is set back', 0),
    ...['increment', 'increment', 'increment'].map((call) => post(call, 'one after another', 'done')),
    get('count', 'none is lost', 3),
    together('different properties of one issue', ['other-property', 'one-property']),
    {
      rule: 'both are kept',
      source: 'seen',
      send: 'GET /api/issues/DEMO-2?fields=description,customFields(name,value)',
      expect: {
        json: expect.objectContaining({
          description: 'other',
          customFields: expect.arrayContaining([expect.objectContaining({ name: 'Customer', value: 'one' })]),
        }),
      },
    },
    together('new entities do not overwrite each other', Array(4).fill('many-comments')),
    get('read', 'all are there', expect.arrayContaining([4])),
    failing('an exception undoes here, too', 'POST throw'),
    get('read', 'nothing of it is kept', ['Second', 4, null, 4]),
  ],
});
