import { executionAsyncId } from 'node:async_hooks';

interface AsyncWrapBinding {
  popAsyncContext(asyncId: number): boolean;
}

/**
 * Puts Node's record of where it is back to where it was. While async hooks are on (`AsyncLocalStorage`, Jest), Node notes
 * the beginning and the end of every promise's job; a job that is stopped has no end, and Node aborts the process over the
 * difference. Only the binding under `async_hooks` can take the beginnings back; without hooks there is nothing to do.
 */
export function restoreAsyncContext(asyncId: number): void {
  if (executionAsyncId() === asyncId) return;
  const { binding } = process as { binding?: (name: string) => AsyncWrapBinding };
  const wrap = binding?.call(process, 'async_wrap');
  for (let depth = 0; wrap !== undefined && depth < 1_000 && executionAsyncId() !== asyncId; depth += 1) {
    wrap.popAsyncContext(executionAsyncId());
  }
}
