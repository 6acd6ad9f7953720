import { name as app } from '../../manifest.json';
import { readHandlers } from './read-handlers.ts';

const prefixes: Readonly<Record<string, string>> = {
  issue: '/api/issues/{id}',
  article: '/api/articles/{id}',
  project: '/api/admin/projects/{id}',
  user: '/api/users/{id}',
  global: '/api',
};

/** Every endpoint of the handlers' sources, as `GET /api/issues/{id}/extensionEndpoints/…`. */
export function listEndpoints(): string[] {
  return Object.entries(readHandlers()).flatMap(([handler, { httpHandler }]) =>
    httpHandler.endpoints.map(
      ({ scope, method, path }) =>
        `${method} ${prefixes[scope]}/extensionEndpoints/${app}/${handler}/${path}`,
    ),
  );
}
