import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { usage } from '../../src/cli/usage.ts';

const home = join(process.cwd(), 'sandbox');
const pages = ['README.md', ...readdirSync(home, { recursive: true }).map(String)]
  .filter((path) => /^(README|docs\/.*)\.md$/.test(path))
  .map((path) => readFileSync(join(home, path), 'utf8'))
  .join('\n');

const switches = [...new Set(usage.match(/--[a-z-]+/g))];

test.each(switches)('%s is in the package’s documents', (name) => {
  expect({ name, isDocumented: pages.includes(name) }).toEqual({ name, isDocumented: true });
});

test('so is what the sandbox does not survive', () => {
  expect(pages).toMatch(/allocates without end/);
});

test('the page on switches names those that there are, and no others', () => {
  const page = readFileSync(join(home, 'docs', 'switches.md'), 'utf8');
  const named = new Set(page.match(/--[a-z][a-z-]*/g));
  expect([...named].sort()).toEqual([...switches].sort());
});
