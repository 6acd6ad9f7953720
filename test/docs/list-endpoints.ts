import { readdirSync } from 'node:fs';
import { name as app } from '../../manifest.json';

interface Endpoint {
  readonly scope: keyof typeof prefixes;
  readonly method: string;
  readonly path: string;
}

const prefixes = {
  issue: '/api/issues/{id}',
  article: '/api/articles/{id}',
  project: '/api/admin/projects/{id}',
  user: '/api/users/{id}',
  global: '/api',
} as const;

/**
 * Every endpoint of the handlers' sources, as `GET /api/issues/{id}/extensionEndpoints/…`. What the sources load of YouTrack
 * must be mocked by then.
 */
export function listEndpoints(): string[] {
  return readdirSync('handlers').flatMap((file) => {
    const handler = file.replace(/\.ts$/, '');
    const { httpHandler } = require(`../../handlers/${file}`) as {
      httpHandler?: { endpoints: readonly Endpoint[] };
    };
    return (httpHandler?.endpoints ?? []).map(
      ({ scope, method, path }) =>
        `${method} ${prefixes[scope]}/extensionEndpoints/${app}/${handler}/${path}`,
    );
  });
}
