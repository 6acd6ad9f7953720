import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('the page on tests shows the example that is tested, but for its paths', () => {
  const example = readFileSync(join(__dirname, 'example', 'reminders.test.ts'), 'utf8');
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'tests.md'), 'utf8');
  expect(page).toContain(example.replaceAll('sandbox/test/library/example/', ''));
});
