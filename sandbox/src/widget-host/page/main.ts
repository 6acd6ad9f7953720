import './page.css';
import './inspector.css';
import { openDialogs } from './dialogs.ts';
import { keepLive } from './live.ts';
import { mountFrames } from './mount-frames.ts';
import { followTheme } from './theme.ts';
import { showUserCards } from './user-cards.ts';
import { followWatch } from './watch.ts';

followTheme();
mountFrames(document);
openDialogs();
followWatch();
keepLive();
showUserCards();

// The choices of the page's header take effect at once; without this script their button sends them.
for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-submit]')) {
  select.addEventListener('change', () => select.form?.requestSubmit());
}
