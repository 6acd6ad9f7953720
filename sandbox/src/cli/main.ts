import { createInterface } from 'node:readline/promises';
import { runConform } from '../conform/run-conform.ts';
import { runRecord } from '../record/run-record.ts';
import { parseFlags } from '../server/parse-flags.ts';
import { isStartRefusal, type RunningSandbox, startSandbox } from '../server/start-sandbox.ts';
import { describeSandbox } from './describe-sandbox.ts';
import { writeFirstWorld } from './init.ts';
import { usage } from './usage.ts';

/** Where the bundles lie that the running sandbox needs. */
export interface Surroundings {
  /** The folder `dist/` of the sandbox. */
  readonly buildFolder: string;
}

/**
 * The command line: starts the sandbox, prints the line `ready {…}` once everything answers, and stays until Ctrl-C.
 * What is for people, scripts' console among it, goes to the error output.
 * @returns the exit code
 */
export async function main(args: readonly string[], { buildFolder }: Surroundings): Promise<number> {
  try {
    const [command, ...rest] = args;
    if (command === 'init') return say(writeFirstWorld(rest));
    if (command === 'conform' && !rest.includes('--help')) return await conform(rest, buildFolder);
    if (command === 'record' && !rest.includes('--help')) return await record(rest);
    const flags = parseFlags(args);
    if (flags.help) return say(usage);
    const stopped = untilStopped();
    const running = await startSandbox({ flags, buildFolder, onLine: (line) => console.error(line) });
    say(`ready ${JSON.stringify({ youtrack: running.youtrack, tracker: running.tracker })}`);
    if (!flags.quiet) await introduce(running);
    await stopped;
    await running.close();
    return 0;
  } catch (error) {
    if (!isStartRefusal(error)) throw error;
    console.error(error.message.replaceAll('\n', ' '));
    return 1;
  }
}

function conform(args: readonly string[], buildFolder: string): Promise<number> {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  return runConform(args, {
    buildFolder,
    environment: process.env,
    onResult: say,
    onLine: (line) => console.error(line),
    confirm,
    signal: stop.signal,
  });
}

function record(args: readonly string[]): Promise<number> {
  return runRecord(args, {
    environment: process.env,
    onResult: say,
    onLine: (line) => console.error(line),
  });
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(`${question} (yes or no) `);
  lines.close();
  return /^(y|yes)$/i.test(answer.trim());
}

function say(text: string): 0 {
  console.log(text);
  return 0;
}

async function introduce({ sandbox, youtrack, tracker }: RunningSandbox): Promise<void> {
  console.error(await describeSandbox(sandbox, { youtrack, tracker }));
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
