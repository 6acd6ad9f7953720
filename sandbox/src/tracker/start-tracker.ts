import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { TrackerConfigError } from './config/tracker-config-error.ts';

export interface TrackerOptions {
  /** The bundled `worker.ts`. */
  readonly workerFile: string;
  /** 0: any free one. */
  readonly port: number;
  /** Stands for `{{youtrack}}` in templates. */
  readonly youtrackOrigin: string;
  /** Hosts that are mapped to the stand-in. */
  readonly names?: readonly string[];
  /** The `tracker` section of the world file, unchecked; undefined is an empty Tracker. */
  readonly config: unknown;
  /** Where the stand-in keeps its state, written before every answer; when it exists it takes the place of `config`. */
  readonly stateFile?: string | undefined;
  /** Time limit of a call to an application; 10 s when left out. */
  readonly timeoutMs?: number | undefined;
  /** How long an API answer or a form waits for a call about a link; 2 s when left out. */
  readonly backlinkWaitMs?: number | undefined;
  /** By how many milliseconds the sandbox's clock is ahead of the machine's; shared with the thread that moves it. */
  readonly clockOffset?: BigInt64Array | undefined;
}

export interface RunningTracker {
  /** `http://127.0.0.1:8081` */
  readonly origin: string;
  /** All there is, as `config` of the next one. It has the applications' tokens, so no address gives it. */
  readSection(): Promise<unknown>;
  close(): Promise<void>;
}

/** The worker's first message: where it listens, or why it does not. Whatever it is told then, it answers its section. */
export type WorkerMessage = { readonly origin: string } | { readonly refusal: string };

/**
 * Starts the Tracker stand-in on 127.0.0.1, in a thread of its own: a script's synchronous HTTP call blocks the YouTrack
 * thread, and Tracker must be able to answer it.
 * @throws TrackerConfigError with a one-line message when the section, the state file or the port cannot be used.
 */
export async function startTracker({ workerFile, ...workerData }: TrackerOptions): Promise<RunningTracker> {
  const worker = new Worker(workerFile, { workerData });
  const [message]: WorkerMessage[] = await once(worker, 'message');
  if (message !== undefined && 'origin' in message) {
    return {
      origin: message.origin,
      async readSection() {
        const answered = once(worker, 'message');
        worker.postMessage('section');
        return (await answered)[0];
      },
      close: async () => void (await worker.terminate()),
    };
  }
  await worker.terminate();
  throw new TrackerConfigError(message?.refusal ?? 'the Tracker stand-in did not start');
}
