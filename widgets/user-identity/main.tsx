import '../shared/styles/links.css';
import '../shared/styles/settings.css';
import '../shared/styles/lists.css';
import { openLinks } from '../shared/links/open-links.ts';
import { startWidget } from '../shared/start-widget.tsx';
import { createIdentityApi } from './identity-api.ts';
import { IdentityPage } from './identity-page.tsx';
import { messages } from './translation.ts';

await startWidget({
  messages,
  view: (widget) => (
    <IdentityPage
      api={createIdentityApi(widget.client)}
      store={openLinks(widget, 'user')}
      me={widget.app.me.login}
    />
  ),
});
