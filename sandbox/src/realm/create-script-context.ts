import { executionAsyncId } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import type { Bridge } from '../api/bridge.ts';
import type { Engine, RealmEntry } from '../api/index.ts';
import { compileScript } from './compile-script.ts';
import { compileText } from './compile-text.ts';
import { describeTypes } from './describe-types.ts';
import { createExecutions } from './executions.ts';
import type { RealmError, ScriptContext, ScriptContextOptions } from './realm.ts';
import { restoreAsyncContext } from './restore-async-context.ts';

/**
 * A context of `node:vm`. No object of the host ever reaches it: the bridge takes and gives primitives, is held in a closure
 * of the API and never handed on; strings cannot become code; promises run inside the time limit.
 * @throws PackageError for a script that cannot be compiled
 */
export function createScriptContext(options: ScriptContextOptions): ScriptContext {
  const context = vm.createContext(Object.create(null), {
    name: options.appName,
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const executions = createExecutions(options.now);
  const entryName = startApi(context, options, executions.bridge);
  const entry = new vm.Script(`${entryName}.run();undefined`, { filename: 'youtrack:run' });
  return {
    isIdle: executions.areOver,
    run(job, host) {
      const asyncId = executionAsyncId();
      return executions.run(job, host, () => {
        try {
          entry.runInContext(context, { timeout: options.timeLimitMs, displayErrors: false });
          return undefined;
        } catch (error) {
          restoreAsyncContext(asyncId);
          return describeStop(error, options.timeLimitMs);
        }
      });
    },
  };
}

/** What JetBrains' own modules find beside CommonJS. */
export const publishedParameters = ['exports', 'require', 'module', 'Java', '$$environment'];

type PublishedFactory = Parameters<RealmEntry['definePublished']>[1];

/** The API's entry lives in a global name nobody can guess: scripts cannot list lexical globals. */
function startApi(context: vm.Context, options: ScriptContextOptions, bridge: Bridge): string {
  const name = `$${randomBytes(16).toString('hex')}`;
  const text = `return ${name} = (() => { ${options.sources.api}\nreturn __sandboxApi.start(bridge, types, engine); })()`;
  vm.runInContext(`let ${name};`, context);
  const start: (bridge: Bridge, types: string, engine: Engine) => RealmEntry = compileText(context, {
    text,
    filename: 'youtrack:api',
    parameters: ['bridge', 'types', 'engine'],
  });
  const entry = start(bridge, describeTypes(options.youtrack), options.engine);
  for (const [module, text] of options.sources.published) {
    const factory = compileText<PublishedFactory>(context, {
      text,
      filename: `youtrack:${module}`,
      parameters: publishedParameters,
    });
    entry.definePublished(`@jetbrains/youtrack-scripting-api/${module}`, factory);
  }
  for (const [script, source] of options.scripts) {
    entry.define(
      `./${script}`,
      compileScript(context, { appName: options.appName, engine: options.engine, script, source }),
    );
  }
  return name;
}

function describeStop(error: unknown, timeLimitMs: number): RealmError {
  const isTimeout =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  if (isTimeout)
    return { name: 'TimeLimitError', message: `the script was stopped after ${timeLimitMs} ms`, stack: '' };
  return { name: 'Error', message: `the script could not be run: ${String(error)}`, stack: '' };
}
