import { useLayoutEffect, useState } from 'preact/hooks';
import { toOptionId } from './suggestion-list.tsx';

/** Which option of a list is meant, moved by the arrow keys of the field; none after the list has become another. */
export interface ActiveOption {
  readonly index: number | undefined;
  point(index: number | undefined): void;
  /** Takes up a key; answers whether it was one of the list's. */
  press(key: string): boolean;
}

export function useActiveOption(count: number, list: unknown): ActiveOption {
  const [index, point] = useState<number>();
  useLayoutEffect(() => point(undefined), [list]);
  useLayoutEffect(() => {
    if (index !== undefined) document.getElementById(toOptionId(index))?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return {
    index: index !== undefined && index < count ? index : undefined,
    point,
    press(key) {
      if (count === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
      const step = key === 'ArrowDown' ? 1 : -1;
      point(index === undefined ? (step === 1 ? 0 : count - 1) : (index + step + count) % count);
      return true;
    },
  };
}
