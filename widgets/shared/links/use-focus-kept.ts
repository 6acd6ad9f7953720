import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard where it was when the button that was pressed goes away: on the element itself while there is
 * nothing to press in it, then on its first button. Answers what to call just before the change. Whoever has moved the
 * focus elsewhere meanwhile keeps it there.
 */
export function useFocusKept(element: RefObject<HTMLElement | null>, step: string): () => void {
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    const place = element.current;
    if (!isWanted.current || place === null) return;
    const focused = place.ownerDocument.activeElement;
    const isElsewhere = focused !== null && focused !== place.ownerDocument.body && !place.contains(focused);
    const button = place.querySelector('button');
    isWanted.current = !isElsewhere && button === null;
    if (!isElsewhere) (button ?? place).focus();
  }, [step]);
  return () => {
    isWanted.current = true;
  };
}
