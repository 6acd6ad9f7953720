import { transformSync } from 'esbuild';
import { PackageError } from './package-error.ts';

const looksDynamic = /\bimport\s*(?:\(|\/[*/])/;

/**
 * The script without `import()`: Node answers it with an error object of the host's, through which a script could leave its
 * realm. YouTrack's scripts are CommonJS and have no modules to import; what is left asks `require` and is refused there.
 * A keyword cannot be written with escapes, so a script in which the word does not occur needs no second look.
 */
export function withoutDynamicImport(script: string, source: string): string {
  if (!looksDynamic.test(source)) return source;
  try {
    return transformSync(source, {
      target: 'es2022',
      supported: { 'dynamic-import': false, 'import-attributes': false, 'import-assertions': false },
      logLevel: 'silent',
    }).code;
  } catch (error) {
    throw new PackageError(`script ${script}.js cannot be read: ${firstLine(error)}`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(-1)[0] ?? '';
}
