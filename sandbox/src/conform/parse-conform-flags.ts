import { parseArgs } from 'node:util';
import { switchOptions } from '../server/parse-flags.ts';
import { StartError } from '../server/start-error.ts';

/** What `youtrack-sandbox conform` is told. */
export interface ConformFlags {
  readonly against: string;
  readonly token: string;
  readonly otherToken: string | null;
  /** Nobody is asked before it begins. */
  readonly yes: boolean;
  readonly json: boolean;
  /** Ids of the questions to ask; all of them when undefined. */
  readonly only: readonly string[] | undefined;
  /** The switches of the sandbox to compare with, as they were written. */
  readonly switches: readonly string[];
}

const options = {
  against: { type: 'string' },
  token: { type: 'string' },
  'other-token': { type: 'string' },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
} as const;

/**
 * Reads the flags of `conform`.
 * @param environment has the tokens as `YOUTRACK_TOKEN` and `YOUTRACK_OTHER_TOKEN` where the flags do not
 * @throws StartError
 */
export function parseConformFlags(args: readonly string[], environment: NodeJS.ProcessEnv): ConformFlags {
  const values = parse(args);
  const { against, token = environment.YOUTRACK_TOKEN } = values;
  if (against === undefined)
    throw new StartError('conform needs the server to ask: --against https://example.youtrack.cloud');
  if (token === undefined || token === '')
    throw new StartError(
      'conform needs a permanent token of an administrator: --token perm:… or YOUTRACK_TOKEN',
    );
  const switches = Object.keys(switchOptions).flatMap((name) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? [`--${name}`, value] : [];
  });
  const otherToken = values['other-token'] ?? environment.YOUTRACK_OTHER_TOKEN ?? null;
  const only = values.only?.split(',').map((id) => id.trim());
  return { against, token, otherToken, yes: values.yes, json: values.json, only, switches };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...withoutDefaults, ...options } }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** What is not said is left to the sandbox, and to the server's version. */
const withoutDefaults = Object.fromEntries(
  Object.keys(switchOptions).map((name) => [name, { type: 'string' as const }]),
);
