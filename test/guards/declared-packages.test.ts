import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, test } from '@jest/globals';
import { importsOf, sourcesIn } from './sources.ts';

const declared = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).devDependencies);
/** Whoever imports `@jest/globals` has declared jest itself. */
const known = new Set([...declared, '@jest/globals']);

/** `@jetbrains/icons` of `@jetbrains/icons/close`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

test.each(['src', 'handlers', 'widgets', 'test'])('what %s imports is declared in package.json', (folder) => {
  const undeclared = sourcesIn(folder).flatMap((file) =>
    importsOf(file)
      .filter(({ isLocal, target }) => !isLocal && !isBuiltin(target) && !known.has(packageOf(target)))
      .map(({ target }) => `${file} imports ${target}`),
  );
  expect(undeclared).toEqual([]);
});
