import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importsOf, sourcesIn } from './sources.ts';

const scriptingApi = '@jetbrains/youtrack-scripting-api/';
const app = [...sourcesIn('src'), ...sourcesIn('handlers')];

const foundation = ['src/links', 'src/ports', 'src/protocol', 'src/result.ts'];

/** Which rooms a room may import from besides itself, types included: arrows run one way, from the endpoints down. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/protocol': ['src/result.ts'],
  'src/links': ['src/protocol', 'src/result.ts'],
  'src/ports': ['src/protocol', 'src/result.ts'],
  'src/youtrack': ['src/ports', 'src/protocol', 'src/result.ts', 'manifest.json'],
  'src/tracker': ['src/ports', 'src/protocol', 'src/result.ts'],
  'src/writing': foundation,
  'src/calls': foundation,
  'src/linking': ['src/calls', 'src/writing', ...foundation],
  'src/showing': ['src/linking', 'src/writing', ...foundation],
  'src/mirroring': ['src/linking', 'src/writing', ...foundation],
  'src/pages': ['src/mirroring', 'src/showing', 'src/linking', 'src/writing', ...foundation],
  'src/suggesting': [
    'src/pages',
    'src/mirroring',
    'src/showing',
    'src/linking',
    'src/writing',
    ...foundation,
  ],
  'src/administration': ['src/pages', 'src/linking', 'src/writing', ...foundation],
  'src/registration': ['src/administration', 'src/linking', ...foundation],
  'src/checks': [
    'src/registration',
    'src/administration',
    'src/calls',
    'src/pages',
    'src/showing',
    'src/linking',
    ...foundation,
  ],
  'src/transfer': ['src/writing', ...foundation],
  'src/endpoints': [
    'src/administration',
    'src/registration',
    'src/checks',
    'src/transfer',
    'src/calls',
    'src/pages',
    'src/suggesting',
    'src/mirroring',
    'src/showing',
    'src/linking',
    'src/writing',
    'src/youtrack',
    'src/tracker',
    ...foundation,
  ],
  'src/tools': ['src/endpoints', 'src/linking', 'src/writing', 'src/youtrack', ...foundation],
  handlers: ['src/endpoints', 'src/tools'],
};

function isIn(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}

/** Every circle of imports among these files, as the way around it. */
function findCircles(files: readonly string[]): string[] {
  const seen = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (seen.get(file) === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (seen.has(file)) return;
    seen.set(file, 'open');
    for (const { target, isLocal } of importsOf(file))
      if (isLocal && files.includes(target)) visit(target, [...path, file]);
    seen.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return circles;
}

describe('the rooms of the app', () => {
  test('are all there is', () => {
    const strays = app.filter((file) => !isIn(file, [...Object.keys(rooms), 'src/result.ts']));
    expect(strays).toEqual([]);
  });

  test.each(Object.entries(rooms).filter(([room]) => existsSync(room)))(
    '%s imports only from below',
    (room, below) => {
      const wrong = sourcesIn(room).flatMap((file) =>
        importsOf(file)
          .filter(({ target, isLocal }) => isLocal && !isIn(target, [room, ...below]))
          .map(({ target }) => `${file} imports ${target}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(['src', 'handlers', 'widgets', 'sandbox/src'])('%s imports nothing in circles', (folder) => {
    expect(findCircles(sourcesIn(folder))).toEqual([]);
  });

  test('have ports that are nothing but types', () => {
    for (const port of sourcesIn('src/ports')) {
      expect(importsOf(port).filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
      expect(readFileSync(port, 'utf8')).not.toMatch(/^(export )?(function|const|class|let)\b/m);
    }
  });

  test('import no package but the scripting API, and that in two places: all of it, and what calls out', () => {
    const packages = app.flatMap((file) =>
      importsOf(file)
        .filter(({ isLocal }) => !isLocal)
        .map(({ target, isTypeOnly }) => ({ file, target, isTypeOnly })),
    );
    expect(packages.filter(({ target }) => !target.startsWith(scriptingApi))).toEqual([]);
    expect(packages.filter(({ file }) => !file.startsWith('src/youtrack/'))).toEqual([]);
    const loading = new Set(packages.filter(({ isTypeOnly }) => !isTypeOnly).map(({ file }) => file));
    expect([...loading].sort()).toEqual(['src/youtrack/outbound.ts', 'src/youtrack/youtrack.ts']);
  });
});

describe('the app, its widgets and the sandbox', () => {
  test('do not import each other', () => {
    const wrong = (folder: string, forbidden: readonly string[]) =>
      sourcesIn(folder).flatMap((file) =>
        importsOf(file)
          .filter(({ target, isLocal }) => isLocal && isIn(target, forbidden))
          .map(({ target }) => `${file} imports ${target}`),
      );
    expect(wrong('sandbox/src', ['src', 'handlers', 'widgets'])).toEqual([]);
    expect([...wrong('src', ['sandbox', 'widgets']), ...wrong('handlers', ['sandbox', 'widgets'])]).toEqual(
      [],
    );
    expect(wrong('widgets', ['sandbox', 'handlers'])).toEqual([]);
  });

  test('share nothing that runs but the protocol, which knows of no host', () => {
    const running = sourcesIn('widgets').flatMap((file) =>
      importsOf(file)
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .filter(({ target }) => isIn(target, ['src']) && !isIn(target, ['src/protocol']))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(running).toEqual([]);
  });
});

describe('the code of the app', () => {
  test('catches exceptions in one place', () => {
    const catching = app.filter((file) => /\bcatch\b\s*[({]|\.catch\(/.test(readFileSync(file, 'utf8')));
    expect(catching).toEqual(['src/result.ts']);
  });

  test('writes answers in one place', () => {
    const writing = app.filter((file) =>
      /\bresponse\.(code|json|text|body|addHeader)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(writing).toEqual(['src/endpoints/serve.ts']);
  });

  test('looks in one place at what a value of YouTrack is: on a JVM it need not be of the kind that it seems', () => {
    const looks =
      /\btypeof [^;\n]+ [!=]==|\binstanceof\b|\bArray\.(isArray|from)\b|\bNumber\.is|(?:''|(?<!\[)\b\w+) in \w/;
    const looking = [
      ...['src/youtrack', 'src/endpoints'].flatMap(sourcesIn),
      'src/tools/declare-command.ts',
      'src/tools/declare-tool.ts',
    ].filter((file) => looks.test(bareCode(readFileSync(file, 'utf8'))));
    expect(looking).toEqual(['src/youtrack/host-values.ts']);
  });

  test('has no logic in its handlers, only tables of endpoints', () => {
    const logic = /=>|\bfunction\b|\b(if|for|while|switch)\s*\(|\?|&&|\|\||\bnew\b/;
    expect(sourcesIn('handlers').filter((file) => logic.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('keeps its files short', () => {
    const lengths = [...app, ...sourcesIn('sandbox/src'), ...sourcesIn('widgets')].map(
      (file) => [file, readFileSync(file, 'utf8').split('\n').length] as const,
    );
    expect(lengths.filter(([, lines]) => lines > 200)).toEqual([]);
  });
});

/** Without comments and what is in quotes. */
function bareCode(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}
