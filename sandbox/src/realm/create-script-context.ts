import { executionAsyncId } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import type { Bridge } from '../api/bridge.ts';
import type { Engine, RealmEntry } from '../api/index.ts';
import type { Job } from '../api/run.ts';
import { type Primitive, writeError } from '../api/wire.ts';
import { compileScript } from './compile-script.ts';
import { compileText } from './compile-text.ts';
import { describeTypes } from './describe-types.ts';
import { explainLaterMember } from './explain-later-member.ts';
import type { RealmHost, RealmOptions, RealmOutcome } from './realm.ts';
import { restoreAsyncContext } from './restore-async-context.ts';

/** A fresh `node:vm` context with the scripting API in it and the app's scripts compiled, not yet loaded. */
export interface ScriptContext {
  run(job: Job, host: RealmHost): RealmOutcome;
  /** Whether no execution is under way. */
  isIdle(): boolean;
}

interface Frame {
  readonly id: string;
  readonly job: Job;
  readonly host: RealmHost;
  outcome: RealmOutcome | undefined;
}

type StartedContext = Required<
  Pick<RealmOptions, 'appName' | 'scripts' | 'sources' | 'timeLimitMs' | 'now' | 'engine'>
>;

/**
 * No object of the host ever reaches the context: the bridge takes and gives primitives, is held in a closure of the API
 * and never handed on; strings cannot become code; promises run inside the time limit.
 * @throws PackageError for a script that cannot be compiled
 */
export function createScriptContext(options: StartedContext): ScriptContext {
  const context = vm.createContext(Object.create(null), {
    name: options.appName,
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const frames: Frame[] = [];
  const entryName = startApi(context, options, createBridge(frames, options.now));
  const entry = new vm.Script(`${entryName}.run();undefined`, { filename: 'youtrack:run' });
  let executions = 0;
  return {
    isIdle: () => frames.length === 0,
    run(job, host) {
      executions += 1;
      const frame: Frame = { id: String(executions), job, host, outcome: undefined };
      frames.push(frame);
      const asyncId = executionAsyncId();
      try {
        entry.runInContext(context, { timeout: options.timeLimitMs, displayErrors: false });
      } catch (error) {
        frame.outcome = { ok: false, error: describeStop(error, options.timeLimitMs) };
        restoreAsyncContext(asyncId);
      } finally {
        frames.pop();
      }
      return frame.outcome ?? { ok: false, error: neverSettled };
    },
  };
}

const neverSettled = {
  name: 'Error',
  message: 'the promise of the function never settles: nothing is left that could resolve it',
  stack: '',
};

/** What JetBrains' own modules find beside CommonJS. */
const published = ['exports', 'require', 'module', 'Java', '$$environment'];

type PublishedFactory = Parameters<RealmEntry['definePublished']>[1];

/** The API's entry lives in a global name nobody can guess: scripts cannot list lexical globals. */
function startApi(context: vm.Context, options: StartedContext, bridge: Bridge): string {
  const name = `$${randomBytes(16).toString('hex')}`;
  const text = `return ${name} = (() => { ${options.sources.api}\nreturn __sandboxApi.start(bridge, types, engine); })()`;
  vm.runInContext(`let ${name};`, context);
  const start: (bridge: Bridge, types: string, engine: Engine) => RealmEntry = compileText(context, {
    text,
    filename: 'youtrack:api',
    parameters: ['bridge', 'types', 'engine'],
  });
  const entry = start(bridge, describeTypes(), options.engine);
  for (const [module, text] of options.sources.published) {
    const factory = compileText<PublishedFactory>(context, {
      text,
      filename: `youtrack:${module}`,
      parameters: published,
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

function createBridge(frames: Frame[], now: () => number): Bridge {
  return (operation, a, b, c) => {
    try {
      return operation === 'now' ? now() : answer(frames, operation, [a, b, c]);
    } catch (error) {
      return writeError(JSON.stringify(describeHostError(error)));
    }
  };
}

function answer(frames: readonly Frame[], operation: string, [a, b, c]: readonly Primitive[]): Primitive {
  const frame = frames.at(-1);
  if (frame === undefined) throw new Error('the execution is over');
  if (operation === 'job') return JSON.stringify({ run: frame.id, job: frame.job });
  if (operation !== 'done' && operation !== 'failed') return frame.host(operation, a, b, c);
  const ended = frames.find(({ id }) => id === a);
  if (ended !== undefined) ended.outcome ??= outcomeOf(operation, b);
  return undefined;
}

function outcomeOf(operation: 'done' | 'failed', value: Primitive): RealmOutcome {
  return operation === 'done'
    ? { ok: true, result: value }
    : { ok: false, error: explainLaterMember(JSON.parse(String(value))) };
}

function describeHostError(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return {
    name: error.name === 'ReadonlyTransactionError' ? 'ReadonlyTransactionException' : error.name,
    message: error.message,
  };
}

function describeStop(error: unknown, timeLimitMs: number): { name: string; message: string; stack: string } {
  const isTimeout =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  if (isTimeout)
    return { name: 'TimeLimitError', message: `the script was stopped after ${timeLimitMs} ms`, stack: '' };
  return { name: 'Error', message: `the script could not be run: ${String(error)}`, stack: '' };
}
