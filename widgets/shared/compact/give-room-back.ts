import type { WidgetHost } from '../host/youtrack-app.ts';
import type { LinksState } from '../links/links-state.ts';
import type { LinksStore } from '../links/links-store.ts';

/**
 * Tells the host that the widget needs no room once `isEmpty` holds. Hosts measure a widget's content, but some never
 * go down to nothing by themselves.
 */
export function giveRoomBack(
  host: WidgetHost,
  store: LinksStore,
  isEmpty: (state: LinksState) => boolean,
): void {
  const stop = store.subscribe(() => {
    if (!isEmpty(store.state())) return;
    host.reportWidgetSize?.({ width: document.documentElement.clientWidth, height: 0 });
    stop();
  });
}
