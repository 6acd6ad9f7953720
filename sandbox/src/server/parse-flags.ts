import { parseArgs } from 'node:util';
import { newestYouTrack, type YouTrackVersion, youTrackVersions } from '../youtrack-versions.ts';
import { StartError } from './start-error.ts';

/** What the command line says. */
export interface Flags {
  readonly port: number;
  readonly trackerPort: number;
  readonly world: string | undefined;
  readonly apps: readonly string[];
  readonly state: string | undefined;
  readonly deletes: 'writable' | 'readonly';
  readonly unset: 'null' | 'undefined';
  readonly writes: 'serial' | 'overlapping';
  readonly mixedScopes: 'warn' | 'refuse';
  readonly engine: 'es2022' | 'node';
  readonly youtrack: YouTrackVersion;
  readonly removedWrites: 'pass' | 'throw';
  /** Host → origin; the word `tracker` stands for the Tracker stand-in's own origin. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Import the apps again whenever their files change. */
  readonly watch: boolean;
  /** Nothing for people beside the line `ready …`. */
  readonly quiet: boolean;
  /** Scripts' `console.debug` too; it is in the apps' logs in any case. */
  readonly debug: boolean;
  readonly help: boolean;
}

/** How the sandbox behaves where servers, or what is known of them, differ. */
export const switchOptions = {
  delete: { type: 'string', default: 'readonly' },
  unset: { type: 'string', default: 'null' },
  writes: { type: 'string', default: 'serial' },
  engine: { type: 'string', default: 'es2022' },
  youtrack: { type: 'string', default: newestYouTrack },
  'mixed-scopes': { type: 'string', default: 'warn' },
  'removed-writes': { type: 'string', default: 'pass' },
} as const;

const options = {
  port: { type: 'string', default: '8080' },
  'tracker-port': { type: 'string', default: '8081' },
  world: { type: 'string' },
  app: { type: 'string', multiple: true },
  state: { type: 'string' },
  ...switchOptions,
  map: { type: 'string', multiple: true },
  watch: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line; what is no flag is an app.
 * @throws StartError on an unknown flag or a value that cannot be
 */
export function parseFlags(args: readonly string[]): Flags {
  const { values, positionals } = parse(args);
  return {
    port: parsePort('--port', values.port),
    trackerPort: parsePort('--tracker-port', values['tracker-port']),
    world: values.world,
    apps: [...(values.app ?? []), ...positionals],
    state: values.state,
    deletes: parseChoice('--delete', values.delete, ['readonly', 'writable']),
    unset: parseChoice('--unset', values.unset, ['null', 'undefined']),
    writes: parseChoice('--writes', values.writes, ['serial', 'overlapping']),
    engine: parseChoice('--engine', values.engine, ['es2022', 'node']),
    youtrack: parseChoice('--youtrack', values.youtrack, youTrackVersions),
    mixedScopes: parseChoice('--mixed-scopes', values['mixed-scopes'], ['warn', 'refuse']),
    removedWrites: parseChoice('--removed-writes', values['removed-writes'], ['pass', 'throw']),
    hosts: new Map((values.map ?? []).map(parseMapping)),
    watch: values.watch,
    quiet: values.quiet,
    debug: values.debug,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

function parsePort(flag: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new StartError(`${flag} must be a number from 0 to 65535, but is "${text}"`);
}

function parseChoice<T extends string>(flag: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new StartError(`${flag} must be ${choices.join(' or ')}, but is "${text}"`);
}

function parseMapping(text: string): [string, string] {
  const [, host, origin] = /^([^=\s/]+)=(tracker|https?:\/\/[^\s/]+)\/?$/.exec(text) ?? [];
  if (host !== undefined && origin !== undefined) return [host.toLowerCase(), origin];
  throw new StartError(
    `--map must be HOST=ORIGIN like api.example.com=http://127.0.0.1:9000, but is "${text}"`,
  );
}
