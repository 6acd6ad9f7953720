import type { Context, Hono } from 'hono';
import { isDocumented } from '../rest/documented-resources.ts';
import { RestError } from '../rest/rest-error.ts';

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/**
 * What a request gets that no route takes. Below `/api/`: 405 with `Allow` where the resource knows other methods and JetBrains
 * documents none such, else 501, since a plain "not found" would look as if the entity did not exist. Elsewhere: 404.
 */
export function answerUnrouted(server: Hono, { req }: Context): Response {
  const { path, method } = req;
  if (!path.startsWith('/api/')) return new RestError(404, 'HTTP 404 Not Found').toResponse();
  const allowed = methods.filter((one) => routesOf(server, one, path) > routesOf(server, 'none', path));
  if (allowed.length === 0 || isDocumented(method, path))
    return new RestError(501, `The sandbox does not emulate ${method} ${path}.`).toResponse();
  const answer = new RestError(405, `The method ${method} is not allowed here.`).toResponse();
  answer.headers.set('Allow', allowed.join(', '));
  return answer;
}

/** How many handlers a method has; those for every method are no sign of a resource. */
function routesOf(server: Hono, method: string, path: string): number {
  return server.router.match(method, path)[0].length;
}
