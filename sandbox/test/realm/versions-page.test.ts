import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeLater } from '../../src/realm/describe-later.ts';
import { missingOf } from '../../src/youtrack-versions.ts';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'versions.md'), 'utf8');

/** `2026.2 Project.iconUrl` for everything that the oldest version lacks. */
function laterThings(): string[] {
  const later = { ...describeLater('2025.3'), host: missingOf('host', '2025.3') };
  const members = Object.entries(later).flatMap(([owner, names]) =>
    Object.entries(names).map(([name, since]) => `${since} ${owner}.${name}`),
  );
  const resources = Object.entries(missingOf('resource', '2025.3')).map(
    ([path, since]) => `${since} ${path}`,
  );
  const attributes = Object.entries(missingOf('Project', '2025.3')).map(
    ([name, since]) => `${since} Project.${name} over REST`,
  );
  return [...members, ...resources, ...attributes];
}

test('the page on versions names everything that is left out, and nothing else', () => {
  const rows = [...page.matchAll(/^\| (20\d\d\.\d) \| ([^|]+) \| [^|]+ \|$/gm)];
  const named = rows.flatMap(([, since, cell = '']) =>
    cell.split(', ').map((name) => `${since} ${name.replaceAll('`', '').trim()}`),
  );
  expect(named.sort()).toEqual(laterThings().sort());
});
