import type { Node } from 'acorn';
import { simple } from 'acorn-walk';
import { parseScript } from './parse-script.ts';

const looksDynamic = /\bimport\s*(?:\(|\/[*/])/;

const keyword = 'import';

/**
 * The script without `import()`: Node answers it with an error object of the host's, through which a script could leave its
 * realm. YouTrack's scripts are CommonJS and have no modules to import; what is left asks `require` and is refused there.
 * A keyword cannot be written with escapes, so a script in which the word does not occur needs no second look.
 * @throws PackageError for what cannot be parsed: nothing runs that was not looked through
 */
export function withoutDynamicImport(script: string, source: string): string {
  if (!looksDynamic.test(source)) return source;
  let text = source;
  for (const { start, end, by } of replacementsLastFirst(parseScript(script, source)))
    text = `${text.slice(0, start)}${by}${text.slice(end)}`;
  return text;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** `import(x)` → `Promise.resolve(x).then(require)`, from the end of the text: no place still to come is moved. */
function replacementsLastFirst(program: Node): readonly Replacement[] {
  const replacements: Replacement[] = [];
  simple(program, {
    ImportExpression({ start, end }) {
      replacements.push({ start, end: start + keyword.length, by: 'Promise.resolve' });
      replacements.push({ start: end, end, by: '.then(require)' });
    },
  });
  return replacements.sort((one, other) => other.start - one.start);
}
