import '../shared/styles/settings.css';
import { startWidget } from '../shared/start-widget.tsx';
import { createIdentityApi } from './identity-api.ts';
import { IdentityPage } from './identity-page.tsx';
import { messages } from './translation.ts';

await startWidget({
  messages,
  view: ({ app, client }) => <IdentityPage api={createIdentityApi(client)} me={app.me.login} />,
});
