import { type Node, parse } from 'acorn';
import { PackageError } from './package-error.ts';

/** The syntax tree of a script. @throws PackageError for what cannot be parsed */
export function parseScript(script: string, source: string): Node {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'commonjs' });
  } catch (error) {
    throw new PackageError(
      `script ${script}.js cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
