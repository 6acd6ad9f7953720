import { useState } from 'preact/hooks';

const emptySlot = Symbol.for('react.memo_cache_sentinel');

/**
 * What Ring's compiled components take from `react-compiler-runtime`: a cache of `size` slots that lives as long as the
 * component. The published runtime inspects React's internals and alone weighs more than Ring's button.
 */
export function c(size: number): unknown[] {
  return useState(() => new Array<unknown>(size).fill(emptySlot))[0];
}
