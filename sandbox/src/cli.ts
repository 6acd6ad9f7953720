import { parseFlags, usage } from './server/parse-flags.ts';
import { isStartRefusal, startSandbox } from './server/start-sandbox.ts';

/** Where the bundles lie that the running sandbox needs. */
export interface Surroundings {
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
}

/**
 * The command line: starts the sandbox, prints the line `ready {…}` once everything answers, and stays until Ctrl-C.
 * Scripts' console goes to the error output.
 * @returns the exit code
 */
export async function main(args: readonly string[], { buildFolder }: Surroundings): Promise<number> {
  try {
    const flags = parseFlags(args);
    if (flags.help) {
      console.log(usage);
      return 0;
    }
    const stopped = untilStopped();
    const running = await startSandbox({ flags, buildFolder, onLine: (line) => console.error(line) });
    console.log(`ready ${JSON.stringify({ youtrack: running.youtrack, tracker: running.tracker })}`);
    await stopped;
    await running.close();
    return 0;
  } catch (error) {
    if (!isStartRefusal(error)) throw error;
    console.error(error.message.replaceAll('\n', ' '));
    return 1;
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
