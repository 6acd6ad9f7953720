import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { realClock } from '../clock.ts';
import { checkServer } from '../remote/check-server.ts';
import { createYouTrackClient } from '../remote/youtrack-client.ts';
import { StartError } from '../server/start-error.ts';
import { createWorld } from '../world/create-world.ts';
import { recordWorld } from './record-world.ts';

export interface RecordSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** Told what was done. */
  readonly onResult: (text: string) => void;
  /** Told how it goes and what was left out. */
  readonly onLine: (line: string) => void;
}

const options = {
  from: { type: 'string' },
  token: { type: 'string' },
  project: { type: 'string', multiple: true },
  limit: { type: 'string', default: '500' },
} as const;

/**
 * `youtrack-sandbox record`: reads a server and writes an anonymised world file, never over one that is there.
 * @returns the exit code 0
 * @throws StartError in one line
 */
export async function runRecord(args: readonly string[], around: RecordSurroundings): Promise<0> {
  const { from, token, projects, limit, file } = parseRecordFlags(args, around.environment);
  if (existsSync(file)) throw new StartError(`There is a file ${file} already; another name: record … FILE`);
  const client = createYouTrackClient({ url: from, token });
  const server = await checkServer(client);
  around.onLine(
    `Reading ${client.url} (YouTrack ${server.version}) as ${server.login}; nothing is changed there.`,
  );
  const world = await recordWorld({ client, onNotice: around.onLine }, { projects, limit, server });
  await checkWorld(world);
  writeFileSync(file, `${JSON.stringify(world, null, 2)}\n`, { flag: 'wx' });
  around.onResult(
    [
      `${file} is written: ${world.users.length} users, ${world.projects.length} projects, ${world.issues?.length ?? 0} issues, ${world.articles?.length ?? 0} articles.`,
      'Names, logins, addresses and texts are replaced. Kept are keys and ids, names of fields, their values, link and work types, and times:',
      `look it through before you hand it on. Start with it: youtrack-sandbox --world ${file}`,
    ].join('\n'),
  );
  return 0;
}

function parseRecordFlags(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const { values, positionals } = parse(args);
  const { from, token = environment.YOUTRACK_TOKEN, project = [], limit } = values;
  if (from === undefined)
    throw new StartError('record needs the server to read: --from https://example.youtrack.cloud');
  if (token === undefined || token === '')
    throw new StartError('record needs a permanent token: --token perm:… or YOUTRACK_TOKEN');
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new StartError(`--limit must be a number from 1, but is "${limit}"`);
  if (positionals.length > 1)
    throw new StartError(`record writes one file, but is given ${positionals.length}`);
  return { from, token, projects: project, limit: Number(limit), file: positionals[0] ?? 'world.json' };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** A file that no sandbox starts with is not written. @throws WorldError */
async function checkWorld(json: unknown): Promise<void> {
  const world = await createWorld({ json, writes: 'serial', clock: realClock() });
  await world.close();
}
