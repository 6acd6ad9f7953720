import { callHost, parseJson, stringifyJson } from './bridge.ts';
import { toWire } from './codec.ts';
import { describeError } from './console.ts';
import { type ContextDescription, createContext } from './context.ts';
import { describeExports, endpointsOf, fieldsOf } from './describe-exports.ts';
import { partOf, statesOf } from './describe-machine.ts';
import { forgetEntities } from './entity.ts';
import { jsonOf } from './json-of.ts';
import { loadModule } from './modules.ts';

/** One thing the host asks the realm to do. */
export type Job =
  | { readonly kind: 'load'; readonly scripts: readonly string[] }
  | {
      readonly kind: 'call';
      readonly script: string;
      readonly function: FunctionPath;
      readonly context: ContextDescription;
    };

/** Where in a script's exports the function is. */
export type FunctionPath =
  | { readonly in: 'httpHandler'; readonly endpoint: number }
  | { readonly in: 'rule'; readonly name: string }
  | { readonly in: 'aiTool' }
  | {
      readonly in: 'machine';
      readonly type: string;
      readonly state: string;
      readonly event?: string;
      readonly name: string;
    }
  | { readonly in: 'asyncFunctions'; readonly name: string; readonly endpoint?: number };

type ScriptFunction = (ctx: object) => unknown;

let depth = 0;

/** The realm's one entry: takes a job from the host and reports how it went, at once or when its promise settles. */
export function run(): void {
  const { run, job } = parseJson(String(callHost('job'))) as { run: string; job: Job };
  if (depth === 0) forgetEntities();
  depth += 1;
  try {
    finish(run, job.kind === 'load' ? describeScripts(job.scripts) : callFunction(job), job);
  } catch (error) {
    fail(run, error);
  } finally {
    depth -= 1;
  }
}

function finish(run: string, result: unknown, job: Job): void {
  if (isThenable(result)) {
    void settle(run, result, job);
    return;
  }
  callHost('done', run, resultOf(result, job));
}

/** Awaiting resolves foreign thenables too; it happens within the same time limit. */
async function settle(run: string, result: PromiseLike<unknown>, job: Job): Promise<void> {
  try {
    const value = await result;
    callHost('done', run, resultOf(value, job));
  } catch (error) {
    fail(run, error);
  }
}

function fail(run: string, error: unknown): void {
  callHost('failed', run, stringifyJson(describeError(error)));
}

/** Tools answer with JSON, guards with their truth; a handler's return value is ignored. */
function resultOf(value: unknown, job: Job): string | boolean | null {
  if (job.kind === 'load') return stringifyJson(value);
  const { function: path } = job;
  if (path.in === 'aiTool') return value === null || value === undefined ? null : toolResult(value);
  if ((path.in === 'rule' || path.in === 'machine') && path.name === 'guard') return Boolean(value);
  return path.in === 'rule' && path.name === 'search' ? String(toWire(value)) : null;
}

function toolResult(value: unknown): string {
  return typeof value === 'string' ? stringifyJson({ text: value }) : `{"json":${jsonOf(value)}}`;
}

function describeScripts(scripts: readonly string[]): unknown {
  return scripts.map((script) => ({ name: script, ...describeExports(loadModule(`./${script}`)) }));
}

function callFunction({ script, function: path, context }: Extract<Job, { kind: 'call' }>): unknown {
  const found = findFunction(fieldsOf(loadModule(`./${script}`)), path);
  if (typeof found.call !== 'function')
    throw new TypeError(`script ${script}.js has no such function: ${describePath(path)}`);
  return (found.call as ScriptFunction).call(found.owner, createContext(context));
}

function findFunction(
  exports: Readonly<Record<string, unknown>>,
  path: FunctionPath,
): { owner: unknown; call: unknown } {
  if (path.in === 'httpHandler') {
    const endpoint = endpointsOf(fieldsOf(exports.httpHandler))[path.endpoint];
    return { owner: endpoint, call: endpoint?.handle };
  }
  if (path.in === 'asyncFunctions') {
    const entry = fieldsOf(exports.httpHandler ?? exports.rule ?? exports.aiTool);
    const functions = fieldsOf(entry.asyncFunctions);
    return { owner: functions, call: functions[path.name] };
  }
  if (path.in === 'machine') {
    const state = partOf(statesOf(fieldsOf(exports.rule), path.type)[path.state]);
    const owner = path.event === undefined ? state : partOf(partOf(state.transitions)[path.event]);
    return { owner, call: owner[path.name] };
  }
  if (path.in === 'rule') return { owner: exports.rule, call: fieldsOf(exports.rule)[path.name] };
  return { owner: exports.aiTool, call: fieldsOf(exports.aiTool).execute };
}

function describePath(path: FunctionPath): string {
  return 'name' in path ? path.name : path.in;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof Reflect.get(value, 'then') === 'function'
  );
}
