import type { Kind } from './host/answers.ts';
import { createLinksApi } from './links/links-api.ts';
import { LinksPanel } from './links/links-panel.tsx';
import { LinksStore } from './links/links-store.ts';
import { startWidget } from './start-widget.tsx';
import './styles/links.css';

/** The panel of one issue or article. Its links are on their way before anything is drawn. */
export function startLinksPanel(kind: Kind): Promise<void> {
  return startWidget({
    messages: { en: {}, ru: {} },
    view: ({ app, client }) => {
      const store = new LinksStore({
        api: createLinksApi(client, kind),
        me: app.me,
        now: () => new Date(),
        after: (delayMs, run) => void setTimeout(run, delayMs),
      });
      void store.load();
      return <LinksPanel store={store} />;
    },
  });
}
