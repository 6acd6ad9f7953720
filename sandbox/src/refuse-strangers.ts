import type { HonoRequest, MiddlewareHandler } from 'hono';

/**
 * Lets no page of another site in through the browser of whoever runs the sandbox. The name asked for must be this
 * machine's: a page whose own name was made to point here (DNS rebinding) says that name. And what may change something
 * must come from our own pages or from no page at all. Widgets live in sandboxed frames of origin `null`, as a stranger's page
 * may as well: they load their files, which is reading, and reach the API through the page around them.
 * @param names what else the server is asked for by: hosts that `--map` sends here, as scripts name them
 */
export function refuseStrangers(names: readonly string[] = []): MiddlewareHandler {
  return async ({ req, text }, next) => {
    const url = new URL(req.url);
    if (!isLoopback(url.hostname) && !names.includes(url.hostname) && !names.includes(url.host))
      return text('This server answers to names of this machine alone, such as 127.0.0.1 or localhost.', 421);
    if (isFromStranger(req, url.origin)) return text('This request comes from a page of another site.', 403);
    return await next();
  };
}

function isFromStranger(req: HonoRequest, own: string): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return false;
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  return (origin !== undefined && origin !== own) || site === 'cross-site' || site === 'same-site';
}

/** The loopback interface's names and addresses; the URL parser has written them in their usual form. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])\.?$/.test(hostname);
}
