import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importsOf, sourcesIn } from './sources.ts';

const scriptingApi = '@jetbrains/youtrack-scripting-api/';
const app = [...sourcesIn('src'), ...sourcesIn('handlers')];

/** Which rooms a room may import from, types included. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/protocol': ['src/protocol', 'src/result.ts'],
  'src/links': ['src/links', 'src/protocol', 'src/result.ts'],
  'src/ports': ['src/ports', 'src/links', 'src/protocol', 'src/result.ts'],
  'src/writing': ['src/writing', 'src/links', 'src/ports', 'src/protocol', 'src/result.ts'],
  'src/tracker': ['src/tracker', 'src/ports', 'src/protocol', 'src/result.ts'],
  'src/youtrack': [
    'src/youtrack',
    'src/ports',
    'src/links',
    'src/protocol',
    'src/result.ts',
    'manifest.json',
  ],
  handlers: [
    'src/endpoints',
    'src/youtrack',
    'src/linking',
    'src/showing',
    'src/pages',
    'src/administration',
    'src/protocol',
  ],
};

function isIn(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}

describe('the rooms of the app', () => {
  test.each(Object.entries(rooms))('%s imports only from below', (room, below) => {
    const wrong = sourcesIn(room).flatMap((file) =>
      importsOf(file)
        .filter(({ target, isLocal }) => isLocal && !isIn(target, below))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('import nothing in circles', () => {
    const seen = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (seen.get(file) === 'open') circles.push([...path, file].join(' → '));
      if (seen.has(file)) return;
      seen.set(file, 'open');
      for (const { target, isLocal } of importsOf(file)) if (isLocal) visit(target, [...path, file]);
      seen.set(file, 'done');
    };
    for (const file of app) visit(file, []);
    expect(circles).toEqual([]);
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
