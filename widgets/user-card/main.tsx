import './user-card.css';
import { giveRoomBack } from '../shared/links/give-room-back.ts';
import { openLinks } from '../shared/links/open-links.ts';
import { startWidget } from '../shared/start-widget.tsx';
import { UserCard } from './user-card.tsx';

await startWidget({
  messages: { en: {}, ru: {} },
  view: (widget) => {
    const store = openLinks(widget, 'user');
    giveRoomBack(widget.host, store, ({ panel, rows }) => panel !== undefined && rows.length === 0);
    return <UserCard store={store} />;
  },
});
