import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { importsOf, sourcesIn } from './sources.ts';

const scriptingApi = '@jetbrains/youtrack-scripting-api/';
const app = [...sourcesIn('src'), ...sourcesIn('handlers')];

/** Which rooms a room may import from; `types` are rooms it may only take types from. */
const rooms: Readonly<
  Record<string, { readonly from: readonly string[]; readonly types?: readonly string[] }>
> = {
  'src/protocol': { from: ['src/protocol', 'src/result.ts'] },
  'src/links': { from: ['src/links', 'src/protocol', 'src/result.ts'] },
  'src/operations': {
    from: ['src/operations', 'src/links', 'src/protocol', 'src/result.ts'],
    types: ['src/host'],
  },
  'src/host': {
    from: ['src/host', 'src/operations', 'src/links', 'src/protocol', 'src/result.ts', 'manifest.json'],
  },
  handlers: { from: ['src/host', 'src/operations', 'src/protocol'] },
};

function isIn(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}

describe('the rooms of the app', () => {
  test.each(Object.entries(rooms))('%s imports only from below', (room, { from, types = [] }) => {
    const wrong = sourcesIn(room).flatMap((file) =>
      importsOf(file)
        .filter(({ isLocal }) => isLocal)
        .filter(({ target, isTypeOnly }) => !isIn(target, from) && !(isTypeOnly && isIn(target, types)))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('whose types operations take from the host are ports: nothing but types', () => {
    const ports = new Set(
      sourcesIn('src/operations').flatMap((file) =>
        importsOf(file).flatMap(({ target }) => (target.startsWith('src/host/') ? [target] : [])),
      ),
    );
    expect(ports.size).toBeGreaterThan(0);
    for (const port of ports) {
      expect(importsOf(port).filter(({ isTypeOnly }) => !isTypeOnly)).toEqual([]);
      expect(readFileSync(port, 'utf8')).not.toMatch(/^(export )?(function|const|class|let)\b/m);
    }
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

  test('import no package but the scripting API, and that in one place', () => {
    const packages = app.flatMap((file) =>
      importsOf(file)
        .filter(({ isLocal }) => !isLocal)
        .map(({ target, isTypeOnly }) => ({ file, target, isTypeOnly })),
    );
    expect(packages.filter(({ target }) => !target.startsWith(scriptingApi))).toEqual([]);
    expect(packages.filter(({ file }) => !file.startsWith('src/host/'))).toEqual([]);
    const loading = new Set(packages.filter(({ isTypeOnly }) => !isTypeOnly).map(({ file }) => file));
    expect([...loading]).toEqual(['src/host/youtrack.ts']);
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
