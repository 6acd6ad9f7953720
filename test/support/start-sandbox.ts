import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A sandbox in a process of its own, as `npm run sandbox` starts it. */
export interface RunningSandbox {
  readonly youtrack: string;
  readonly tracker: string;
  /** Everything it has written to stderr so far: the scripts' console among it. */
  readonly errors: () => string;
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 30_000;

/** Starts the built sandbox on free ports with the flags given and resolves once it says `ready`. */
export async function startSandbox(...flags: readonly string[]): Promise<RunningSandbox> {
  const child = spawn(
    process.execPath,
    ['sandbox/run.mjs', '--quiet', '--port', '0', '--tracker-port', '0', ...flags],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const ready = await readyLine(child, () => errors.join(''));
  const { youtrack, tracker } = JSON.parse(ready.slice('ready '.length)) as Record<
    'youtrack' | 'tracker',
    string
  >;
  return { youtrack, tracker, errors: () => errors.join(''), stop: () => stop(child) };
}

function readyLine(child: ChildProcess, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the sandbox was not ready in ${startTimeoutMs} ms\n${errors()}`));
    }, startTimeoutMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the sandbox ended with ${code}\n${errors()}`));
    });
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(timer);
      resolve(line);
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
