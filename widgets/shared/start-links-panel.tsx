import './styles/links.css';
import type { EntityKind } from '../../src/protocol/entity-key.ts';
import { giveRoomBack } from './links/give-room-back.ts';
import { LinksPanel } from './links/links-panel.tsx';
import { isPointless } from './links/links-state.ts';
import { openLinks } from './links/open-links.ts';
import { startWidget } from './start-widget.tsx';

/** The panel of one issue or article. Its links are on their way before anything is drawn. */
export function startLinksPanel(kind: EntityKind): Promise<void> {
  return startWidget({
    messages: { en: {}, ru: {} },
    view: (widget) => {
      const store = openLinks(widget, kind);
      giveRoomBack(widget.host, store, isPointless);
      return <LinksPanel store={store} />;
    },
  });
}
