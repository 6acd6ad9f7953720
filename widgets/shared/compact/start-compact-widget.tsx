import '../styles/links.css';
import '../styles/card.css';
import type { WidgetHost } from '../host/youtrack-app.ts';
import { LinksPanel } from '../links/links-panel.tsx';
import { isPointless } from '../links/links-state.ts';
import { openLinks } from '../links/open-links.ts';
import { startWidget } from '../start-widget.tsx';
import { AddDialog } from './add-dialog.tsx';
import { firstAnswer } from './first-answer.ts';
import { giveRoomBack } from './give-room-back.ts';
import type { CompactPlace } from './place.ts';
import { UserCard } from './user-card.tsx';

/**
 * Starts one of the small widgets that a page of YouTrack carries. They are one script together: there is little to
 * tell them apart, and whoever has seen one has all of them.
 */
export function startCompactWidget({ view, kind }: CompactPlace): Promise<void> {
  return startWidget({
    messages: { en: {}, ru: {} },
    view: async (widget) => {
      const store = openLinks(widget, kind);
      if (view !== 'dialog') giveRoomBack(widget.host, store, isPointless);
      await firstAnswer(store);
      if (view === 'dialog')
        return (
          <AddDialog
            store={store}
            onClose={() => close(widget.host)}
            onDone={(text) => finish(widget.host, text)}
          />
        );
      return view === 'card' ? <UserCard store={store} /> : <LinksPanel store={store} />;
    },
  });
}

/** The rows are gone with the dialog, so YouTrack says what was done. */
function finish(host: WidgetHost, text: string): void {
  host.alert(text);
  close(host);
}

function close(host: WidgetHost): void {
  if (host.closeWidget !== undefined) host.closeWidget();
  else host.collapse?.();
}
