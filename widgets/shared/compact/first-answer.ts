import type { LinksStore } from '../links/links-store.ts';

/** Most answers are here by then. What takes longer is drawn as a wait, which shows nothing for some time either. */
const patienceMs = 50;

/**
 * Waits until the first answer is here, but not long: drawing an empty panel before it would take time from the rows, and on a page
 * that shares its thread with the widget from the answer itself.
 */
export async function firstAnswer(store: Pick<LinksStore, 'state' | 'subscribe'>): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, patienceMs);
    const stop = store.subscribe(() => {
      if (store.state().loading !== 'waiting') end();
    });
    function end(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
