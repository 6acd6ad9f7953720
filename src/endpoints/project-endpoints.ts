import { parseNothing } from '../protocol/parse-nothing.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { toProjectEntity } from '../youtrack/project-entity.ts';
import { entityEndpoints } from './entity-endpoints.ts';
import { serveIn } from './serve.ts';

declare function require(
  path: '../pages/list-project-links.ts',
): typeof import('../pages/list-project-links.ts');
declare function require(
  path: '../pages/parse-project-linked.ts',
): typeof import('../pages/parse-project-linked.ts');
declare function require(path: '../pages/project-settings.ts'): typeof import('../pages/project-settings.ts');
declare function require(
  path: '../pages/read-project-overview.ts',
): typeof import('../pages/read-project-overview.ts');

const open = openOwnHost(({ project }, execution) => project && toProjectEntity(project, execution));
const serve = serveIn('project', open);

/** A project has pages of its own besides. */
export const projectEndpoints = [
  ...entityEndpoints('project', open),
  serve({
    method: 'GET',
    path: 'overview',
    parse: parseNothing,
    run: (host) => require('../pages/read-project-overview.ts').readProjectOverview(host),
  }),
  serve({
    method: 'GET',
    path: 'settings',
    parse: parseNothing,
    run: (host) => require('../pages/project-settings.ts').readProjectSettings(host),
  }),
  serve({
    method: 'POST',
    path: 'settings',
    parse: (request) => require('../pages/project-settings.ts').parseProjectSettings(request),
    run: (host, request) => require('../pages/project-settings.ts').writeProjectSettings(host, request),
  }),
  serve({
    method: 'GET',
    path: 'linked',
    parse: (request) => require('../pages/parse-project-linked.ts').parseProjectLinkedQuery(request),
    run: (host, request) => require('../pages/list-project-links.ts').listProjectLinks(host, request),
  }),
];
