import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readHandlers } from './read-handlers.ts';

const table = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '));

/** What the first column calls an endpoint's place. */
const places: Readonly<Record<string, RegExp>> = {
  issue: /issue|of one/,
  article: /article|of one/,
  project: /project|of one/,
  user: /user|of one/,
  global: /global/,
  admin: /admin/,
};

const endpoints = Object.entries(readHandlers()).flatMap(([handler, { httpHandler }]) =>
  httpHandler.endpoints.map(({ method, path }) => ({ handler, endpoint: `${method} ${path}` })),
);

describe('the page on security says who can call', () => {
  test.each(endpoints)('$handler $endpoint', ({ handler, endpoint }) => {
    const rows = table.map((line) => line.split('|')[1] ?? '');
    const found = rows.filter((row) => row.includes(`\`${endpoint}\``) && places[handler]?.test(row));
    expect(found).toHaveLength(1);
  });
});
