import '../shared/styles/settings.css';
import '../shared/styles/lists.css';
import './administration.css';
import { startWidget } from '../shared/start-widget.tsx';
import { createAdminApi } from './admin-api.ts';
import { AdminPage } from './admin-page.tsx';
import { createChecks } from './checks/create-checks.ts';
import { createSettingsStore } from './connection/app-settings.ts';
import { createConnectionApi } from './connection/connection-api.ts';
import { createOwedApi } from './outstanding/owed-api.ts';
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
    return (
      <AdminPage
        api={api}
        checks={createChecks(client, api)}
        connection={createConnectionApi(client)}
        settings={createSettingsStore(host)}
        owed={createOwedApi(client)}
        askFacts={() => readYouTrackFacts(host)}
        address={address}
      />
    );
  },
});
