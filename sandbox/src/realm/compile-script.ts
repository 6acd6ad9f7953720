import type vm from 'node:vm';
import type { Engine } from '../api/index.ts';
import type { ModuleFactory } from '../api/modules.ts';
import { compileText } from './compile-text.ts';
import { PackageError } from './package-error.ts';
import { refuseLaterSyntax } from './refuse-later-syntax.ts';
import { withoutDynamicImport } from './without-dynamic-import.ts';

export interface ScriptText {
  readonly appName: string;
  /** Without `.js`. */
  readonly script: string;
  readonly source: string;
  readonly engine: Engine;
}

/** A script of an app as CommonJS has it. @throws PackageError when it is no JavaScript */
export function compileScript(
  context: vm.Context,
  { appName, script, source, engine }: ScriptText,
): ModuleFactory {
  if (engine === 'es2022') refuseLaterSyntax(script, source);
  const text = withoutDynamicImport(script, source);
  try {
    const filename = `app:${appName}/${script}.js`;
    return compileText(context, { text, filename, parameters: ['exports', 'require', 'module'] });
  } catch (error) {
    throw new PackageError(
      `script ${script}.js cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
