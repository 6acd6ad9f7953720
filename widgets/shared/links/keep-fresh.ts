import type { LinksStore } from './links-store.ts';

const lookEveryMs = 30_000;

/**
 * Looks again every half minute while the page is in sight, whenever it comes back into sight or focus, and as soon as another
 * widget of the same object, such as the dialog of the menu, has changed something. @returns how to tell those others
 */
export function keepFresh(store: Pick<LinksStore, 'refresh' | 'lookAgain'>, name: string): () => void {
  const refresh = () => {
    if (document.visibilityState === 'visible') void store.refresh();
  };
  setInterval(refresh, lookEveryMs);
  document.addEventListener('visibilitychange', refresh);
  window.addEventListener('focus', refresh);
  window.addEventListener('message', ({ data }) => {
    if (data === name) void store.lookAgain();
  });
  return () => tellSiblings(name);
}

/** YouTrack gives each frame an origin of its own: they share no channel or storage, but can send each other messages. */
function tellSiblings(name: string): void {
  const { frames } = window.parent;
  for (let index = 0; index < frames.length; index += 1) {
    const sibling = frames[index];
    // The message says that links of one object have changed, and nothing else.
    if (sibling !== window) sibling?.postMessage(name, '*');
  }
}
