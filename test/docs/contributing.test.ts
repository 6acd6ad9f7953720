import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);

const path =
  /\b(?:src|handlers|widgets|sandbox|test|docs)\/[\w./-]*|\b(?:settings\.json|SECURITY\.md|README\.md)/g;
const paths = [...new Set([...page.matchAll(path)].map(([found]) => found.replace(/\.$/, '')))];
const commands = [...new Set([...page.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name))];

describe('the page for contributors', () => {
  test.each(paths)('names %s, which is there', (named) => expect(existsSync(named)).toBe(true));
  test.each(commands)('names the command %s, which is there', (name) => expect(scripts).toContain(name));
  test('names places at all', () => expect(paths.length).toBeGreaterThan(20));
});
