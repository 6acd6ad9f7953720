import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('the README shows the example that is tested, but for its paths', () => {
  const example = readFileSync(join(__dirname, 'example', 'reminders.test.ts'), 'utf8');
  const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
  expect(readme).toContain(example.replaceAll('sandbox/test/library/example/', ''));
});
