import { z } from 'zod';
import { StartError } from '../server/start-error.ts';
import type { YouTrackClient } from './youtrack-client.ts';

/** Who asks, and whom. */
export interface KnownServer {
  /** The token's owner. */
  readonly login: string;
  readonly userId: string;
  /** `2026.2`, or `unknown` where the server does not say. */
  readonly version: string;
}

const meSchema = z.looseObject({ id: z.string(), login: z.string(), guest: z.boolean().optional() });
const configSchema = z.looseObject({ version: z.string() });

/**
 * Makes sure that there is a YouTrack which takes the token.
 * @throws StartError in one line that says what to put right
 */
export async function checkServer(client: YouTrackClient): Promise<KnownServer> {
  const answer = await client.send('GET /api/users/me?fields=id,login,guest');
  if (answer.status === 401)
    throw new StartError(`${client.url} does not take the token: it is wrong, or has expired`);
  const me = meSchema.safeParse(answer.json);
  if (answer.status !== 200 || !me.success)
    throw new StartError(
      `There is no YouTrack at ${client.url}: /api/users/me answers ${answer.status}. Some servers have a path, as in https://example.myjetbrains.com/youtrack`,
    );
  if (me.data.guest === true)
    throw new StartError(`${client.url} takes the token for nobody's: the guest answers`);
  const config = configSchema.safeParse((await client.send('GET /api/config?fields=version,build')).json);
  return {
    login: me.data.login,
    userId: me.data.id,
    version: config.success ? (/^\d+\.\d+/.exec(config.data.version)?.[0] ?? config.data.version) : 'unknown',
  };
}
