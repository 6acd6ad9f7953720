import './styles/links.css';
import type { EntityKind } from '../../src/protocol/entity-key.ts';
import { LinksPanel } from './links/links-panel.tsx';
import { openLinks } from './links/open-links.ts';
import { startWidget } from './start-widget.tsx';

/** The panel of one issue or article. Its links are on their way before anything is drawn. */
export function startLinksPanel(kind: EntityKind): Promise<void> {
  return startWidget({
    messages: { en: {}, ru: {} },
    view: (widget) => <LinksPanel store={openLinks(widget, kind)} />,
  });
}
