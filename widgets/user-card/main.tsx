import './user-card.css';
import { openLinks } from '../shared/links/open-links.ts';
import { startWidget } from '../shared/start-widget.tsx';
import { UserCard } from './user-card.tsx';

await startWidget({
  messages: { en: {}, ru: {} },
  view: (widget) => <UserCard store={openLinks(widget, 'user')} />,
});
