import { Hono } from 'hono';
import { RestError } from '../rest/rest-error.ts';

/**
 * `POST /api/_sandbox/beginning`: from now on *Begin anew* brings back what there is now. For who furnishes a sandbox after
 * its start, by calls as people make them. Like all of the sandbox's own calls it asks for no token.
 */
export function createBeginningControl(keepBeginning: (() => Promise<void>) | undefined): Hono {
  const routes = new Hono();
  routes.post('/api/_sandbox/beginning', async () => {
    if (keepBeginning === undefined)
      throw new RestError(501, 'This sandbox begins anew as it was made; take a snapshot and restore it.');
    await keepBeginning();
    return new Response(null, { status: 204 });
  });
  return routes;
}
