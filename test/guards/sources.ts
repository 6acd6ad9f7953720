import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a source file. */
export interface Import {
  /** The file that is imported, from the repository's root, or the package's name. */
  readonly target: string;
  readonly isLocal: boolean;
  /** Whether it is gone when the file runs. */
  readonly isTypeOnly: boolean;
}

const sourceFile = /\.(ts|tsx)$/;
const importStatement =
  /^(?:import|export)\s+(type\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s+'([^']+)';|^import\s+'([^']+)';/gm;

/** All TypeScript files of a folder, from the repository's root. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesIn(path);
    return sourceFile.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** What a file imports or exports from elsewhere. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(importStatement)].map(([, type, names = '', from, alone = '']) => {
    const target = from ?? alone;
    const isLocal = target.startsWith('.');
    return {
      target: isLocal ? normalize(join(dirname(file), target)) : target,
      isLocal,
      isTypeOnly: type !== undefined || hasOnlyTypes(names),
    };
  });
}

/** `{ type A, type B }` imports nothing that runs. */
function hasOnlyTypes(names: string): boolean {
  const listed =
    /^\{([^}]*)\}$/
      .exec(names)?.[1]
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean) ?? [];
  return listed.length > 0 && listed.every((one) => one.startsWith('type '));
}
