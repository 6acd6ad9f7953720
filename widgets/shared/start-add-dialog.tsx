import './styles/links.css';
import type { EntityKind } from '../../src/protocol/entity-key.ts';
import type { WidgetHost } from './host/youtrack-app.ts';
import { AddDialog } from './links/add-dialog.tsx';
import { openLinks } from './links/open-links.ts';
import { startWidget } from './start-widget.tsx';

/** What the menu of an issue or article opens: the box alone, and what came of it. */
export function startAddDialog(kind: EntityKind): Promise<void> {
  return startWidget({
    messages: { en: {}, ru: {} },
    view: (widget) => <AddDialog store={openLinks(widget, kind)} onClose={() => close(widget.host)} />,
  });
}

function close(host: WidgetHost): void {
  if (host.closeWidget !== undefined) host.closeWidget();
  else host.collapse?.();
}
