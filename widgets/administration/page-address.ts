import type { WidgetHost } from '../shared/host/youtrack-app.ts';
import { readTab, type Tab, toSearch } from './tabs.ts';

type Navigation = NonNullable<WidgetHost['navigation']>;

/**
 * Keeps the open tab in the page's address, so that it can be shared and Back leads to the previous one. Where the host
 * has no `navigation`, the tab lives in the page alone.
 */
export class PageAddress {
  #host: WidgetHost | undefined;
  #tab: Tab = readTab('');
  #onMove: (tab: Tab) => void = () => undefined;

  /** Reads the address the page was opened with. */
  async attach(host: WidgetHost): Promise<void> {
    this.#host = host;
    const location = await this.#navigate((navigation) => navigation.getAppLocation());
    if (location !== undefined) this.moved(location.search);
  }

  /** Calls `onMove` with the tab that the address names, now and whenever it changes. */
  listen(onMove: (tab: Tab) => void): void {
    this.#onMove = onMove;
    onMove(this.#tab);
  }

  moved(search: string): void {
    this.#tab = readTab(search);
    this.#onMove(this.#tab);
  }

  /** Settles once the address says so, or cannot. */
  async open(tab: Tab): Promise<void> {
    this.#tab = tab;
    await this.#navigate((navigation) => navigation.updateAppLocation({ search: toSearch(tab) }));
  }

  /** Undefined where the host has no such thing or refuses: the tab lives on in the page, so nothing is lost. */
  async #navigate<T>(go: (navigation: Navigation) => Promise<T>): Promise<T | undefined> {
    const navigation = this.#host?.navigation;
    const going = async () => (navigation === undefined ? undefined : await go(navigation));
    return await going().catch(() => undefined);
  }
}
