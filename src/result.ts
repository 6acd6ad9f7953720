/** What a step gives back when its caller can get something wrong: a value, or the problem as data. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}

/**
 * Runs work that may throw and gives back what it returned or threw. This is the only `catch` of the app: a throw is
 * a bug or a broken host, so whoever calls this must say what becomes of it.
 */
export function attempt<T>(work: () => T): Result<T, unknown> {
  try {
    return succeed(work());
  } catch (thrown) {
    return fail(thrown);
  }
}
