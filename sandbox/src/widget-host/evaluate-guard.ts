import { types } from 'node:util';
import { createContext, Script } from 'node:vm';

/** What a guard is called with. Plain values only: it is handed over as JSON. */
export interface GuardContext {
  readonly me: unknown;
  /** Left out where the extension point has no entity. */
  readonly entity?: unknown;
}

export type GuardVerdict =
  | { readonly isShown: boolean }
  | { readonly isShown: false; readonly problem: string };

/** Long for a guard, and for a machine that has much else to do. */
const timeLimitMs = 1_000;

/**
 * Asks a widget's guard whether to show it. Only `true` shows; any other value, an error or too long a thought hides.
 * The guard runs in a context of its own that knows JavaScript and its argument, nothing else.
 * Source: JetBrains' "Conditional Widgets".
 */
export function evaluateGuard(guard: string, context: GuardContext): GuardVerdict {
  const script = compile(callOf(guard, context));
  if (typeof script === 'string') return { isShown: false, problem: script };
  const globals = createContext(Object.create(null), {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  try {
    const answer = script.runInContext(globals, { timeout: timeLimitMs });
    return typeof answer === 'string' ? { isShown: false, problem: answer } : { isShown: answer === true };
  } catch {
    // The guard's own errors are caught inside. What is thrown here may be anything a stranger made: it is not looked at.
    return { isShown: false, problem: `The guard did not end within ${timeLimitMs / 1000} s.` };
  }
}

/** The script, or the sentence of the compiler why there is none. */
function compile(text: string): Script | string {
  try {
    return new Script(text, { filename: 'guard' });
  } catch (error) {
    return types.isNativeError(error) ? error.message : 'The guard cannot be compiled.';
  }
}

/** Ends in true, false or the text of what went wrong: no object ever leaves the context. */
function callOf(guard: string, context: GuardContext): string {
  return `
    (() => {
      try {
        const answer = (${guard}\n)(JSON.parse(${JSON.stringify(JSON.stringify(context))}));
        return answer === true || answer === false ? answer : 'The guard returned ' + typeof answer + ', not a boolean.';
      } catch (error) {
        return 'The guard failed: ' + (typeof error === 'object' && error ? '' + error.message : 'it threw no error.');
      }
    })()`;
}
