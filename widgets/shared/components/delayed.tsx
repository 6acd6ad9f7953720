import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Before this has passed, a loader would only flicker. */
const patienceMs = 150;

/** Shows what is in it once the wait has become noticeable. */
export function Delayed({ children }: { readonly children: ComponentChildren }) {
  const [isNoticeable, setNoticeable] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticeable(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isNoticeable ? children : null;
}
