import { useEffect, useState } from 'preact/hooks';

/** Long enough to type the next letter, short enough not to be felt. */
const settleMs = 300;

/** The value as it was when it last stood still. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
