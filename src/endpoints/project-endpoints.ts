import { listProjectLinks } from '../pages/list-project-links.ts';
import { parseProjectLinkedQuery } from '../pages/parse-project-linked.ts';
import {
  parseProjectSettings,
  readProjectSettings,
  writeProjectSettings,
} from '../pages/project-settings.ts';
import { readProjectOverview } from '../pages/read-project-overview.ts';
import { parseNothing } from '../protocol/parse-requests.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { entityEndpoints } from './entity-endpoints.ts';
import { serveIn } from './serve.ts';

const serve = serveIn('project', openOwnHost('project'));

/** A project has pages of its own besides. */
export const projectEndpoints = [
  ...entityEndpoints('project'),
  serve({ method: 'GET', path: 'overview', parse: parseNothing, run: readProjectOverview }),
  serve({ method: 'GET', path: 'settings', parse: parseNothing, run: readProjectSettings }),
  serve({ method: 'POST', path: 'settings', parse: parseProjectSettings, run: writeProjectSettings }),
  serve({ method: 'GET', path: 'linked', parse: parseProjectLinkedQuery, run: listProjectLinks }),
];
