import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { listedRooms, matchReasons, nameMutant, parseReasons, readReasons } from '../mutation/reasons.mjs';

const list = `# What survives

## src/links/один.ts

Первая причина,
на двух строках.

    add: a < b  →  a <= b
    add: true  →  false

The second reason.

    remove: {}  →  []
`;

const mutant = { file: 'src/links/один.ts', within: 'add', original: 'a <\n  b', mutated: 'a <= b' };

describe('a list of survivors', () => {
  test('gives each mutant the file and the reason that stand above it', () => {
    const first = 'Первая причина, на двух строках.';
    expect(parseReasons(list)).toEqual([
      { file: 'src/links/один.ts', reason: first, mutant: 'add: a < b  →  a <= b' },
      { file: 'src/links/один.ts', reason: first, mutant: 'add: true  →  false' },
      { file: 'src/links/один.ts', reason: 'The second reason.', mutant: 'remove: {}  →  []' },
    ]);
  });

  test('knows a mutant by its words, however its lines are broken', () => {
    expect(nameMutant(mutant)).toBe('add: a < b  →  a <= b');
  });

  test('tells which survivors have no reason and which reasons no survivor', () => {
    const other = { ...mutant, original: 'c' };
    const { survivors, stale } = matchReasons([mutant, other], parseReasons(list));
    expect(survivors.map(({ original, reason }) => [original, reason])).toEqual([
      ['a <\n  b', 'Первая причина, на двух строках.'],
      ['c', undefined],
    ]);
    expect(stale.map((one) => one.mutant)).toEqual(['add: true  →  false', 'remove: {}  →  []']);
  });
});

test('every survivor that is listed is of a file of its room, and has a reason', () => {
  const wrong = listedRooms().flatMap((room) =>
    readReasons(room).filter(
      ({ file, reason }) => !file.startsWith(`src/${room}/`) || !existsSync(file) || reason === '',
    ),
  );
  expect(wrong).toEqual([]);
});
