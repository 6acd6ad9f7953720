import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Loading, Outcome } from '../host/failure.ts';

export interface Answered<T> {
  readonly loading: Loading;
  /** The last good answer; stays while a newer one is awaited. */
  readonly data: T | undefined;
  readonly reload: () => void;
  readonly replace: (data: T) => void;
}

/**
 * Asks once at the start and again whenever `ask` is another function. When answers overtake each other, only the one to
 * the latest question counts.
 */
export function useAnswer<T>(ask: () => Promise<Outcome<T>>): Answered<T> {
  const [loading, setLoading] = useState<Loading>('waiting');
  const [data, replace] = useState<T>();
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const question = latest.current;
    setLoading('waiting');
    const outcome = await ask();
    if (question !== latest.current) return;
    if (outcome.ok) replace(outcome.data);
    setLoading(outcome.ok ? 'done' : outcome.failure);
  }, [ask]);
  useEffect(() => void reload(), [reload]);
  return { loading, data, reload, replace };
}
