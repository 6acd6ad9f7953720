import '../shared/styles/settings.css';
import '../shared/styles/lists.css';
import './administration.css';
import { startWidget } from '../shared/start-widget.tsx';
import { createAdminApi } from './admin-api.ts';
import { AdminPage } from './admin-page.tsx';
import { createChecks } from './checks/create-checks.ts';
import { createInfoReader } from './checks/info-reader.ts';
import { createAdminParts } from './create-admin-parts.ts';
import { createAttachApp } from './overview/attach-app.ts';
import { PageAddress } from './page-address.ts';
import { messages } from './translation.ts';
import { readYouTrackFacts } from './youtrack-facts.ts';

const address = new PageAddress();

await startWidget({
  messages,
  plugin: { onAppLocationChange: ({ search }) => address.moved(search) },
  view: ({ host, client }) => {
    void address.attach(host);
    const api = createAdminApi(client);
    const askFacts = () => readYouTrackFacts(host);
    const tools = { api, askFacts, readInfo: createInfoReader(host) };
    return (
      <AdminPage
        api={api}
        checks={createChecks(client, tools)}
        parts={createAdminParts(host, client)}
        tools={tools}
        attach={createAttachApp(host)}
        address={address}
      />
    );
  },
});
