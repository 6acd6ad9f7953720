import { useLayoutEffect, useState } from 'preact/hooks';
import type { LinksState } from './links-state.ts';
import type { LinksStore } from './links-store.ts';

/** The store's state; the component is drawn again after every change of it. */
export function useLinks(store: LinksStore): LinksState {
  const [state, setState] = useState(store.state());
  useLayoutEffect(() => {
    setState(store.state());
    return store.subscribe(() => setState(store.state()));
  }, [store]);
  return state;
}
