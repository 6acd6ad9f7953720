import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/**
 * The ladder, from the bottom up: a room imports from itself and from the rooms it names. Types count: a type that knows
 * of a room above is an arrow up. What the lower rooms must know of the whole is in `ports`, which has nothing but types.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': [],
  'refuse-strangers.ts': [],
  'youtrack-versions.ts': [],
  'guard-later.ts': [],
  api: ['guard-later.ts'],
  world: ['clock.ts'],
  realm: ['api', 'world', 'youtrack-versions.ts'],
  apps: ['clock.ts', 'world', 'realm', 'youtrack-versions.ts'],
  ports: ['clock.ts', 'api', 'world', 'realm', 'apps', 'youtrack-versions.ts'],
  context: ['api', 'world', 'realm', 'apps', 'ports'],
  rules: ['api', 'world', 'realm', 'apps', 'ports', 'context'],
  dispatch: ['api', 'world', 'realm', 'apps', 'ports', 'context', 'rules'],
  jobs: ['api', 'world', 'realm', 'apps', 'ports', 'context', 'rules', 'dispatch'],
  rest: ['world', 'realm', 'apps', 'ports', 'context', 'rules', 'dispatch', 'youtrack-versions.ts'],
  mcp: ['world', 'apps', 'ports', 'dispatch', 'rest'],
  'widget-host': ['world', 'apps', 'youtrack-versions.ts', 'guard-later.ts'],
  watch: ['apps', 'ports', 'rules'],
  inspector: [...['clock.ts', 'world', 'realm', 'apps', 'ports', 'rules', 'jobs', 'rest', 'widget-host']],
  tracker: ['refuse-strangers.ts'],
  server: [
    ...['clock.ts', 'world', 'realm', 'apps', 'ports', 'context', 'rules', 'dispatch', 'jobs'],
    ...['rest', 'mcp', 'widget-host', 'watch', 'inspector', 'tracker', 'refuse-strangers.ts'],
    'youtrack-versions.ts',
  ],
  library: ['clock.ts', 'apps', 'ports', 'jobs', 'tracker', 'server'],
  remote: ['server'],
  conform: ['apps', 'server', 'remote', 'youtrack-versions.ts'],
  record: ['clock.ts', 'world', 'server', 'remote'],
  cli: ['record', 'conform', 'world', 'realm', 'apps', 'ports', 'widget-host', 'server'],
};

const source = join(__dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);
const imports = new Map(files.map((file) => [file, localImportsOf(file)]));

function localImportsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import) ?'(\.[^']+)'/gm)].map(([, target = '']) =>
    normalize(join(dirname(file), target)),
  );
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

describe('the rooms of the sandbox', () => {
  test('are all on the ladder', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => rooms[room] === undefined)).toEqual([]);
  });

  test('import only from below, types included', () => {
    const wrong = files.flatMap((file) => {
      const below = [roomOf(file), ...(rooms[roomOf(file)] ?? [])];
      return (imports.get(file) ?? [])
        .filter((target) => !below.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('import nothing in circles, types included', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (state.has(file)) return;
      state.set(file, 'open');
      for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('know of each other through ports that are nothing but types', () => {
    const running = files
      .filter((file) => roomOf(file) === 'ports')
      .filter((file) =>
        /^(import \{|import '|(export )?(const|let|function|class)\b)/m.test(
          readFileSync(join(source, file), 'utf8'),
        ),
      );
    expect(running).toEqual([]);
  });
});
