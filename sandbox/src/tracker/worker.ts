import { parentPort, workerData } from 'node:worker_threads';
import { TrackerConfigError } from './config/tracker-config-error.ts';
import { listen } from './listen.ts';
import type { TrackerOptions, WorkerMessage } from './start-tracker.ts';

const message: WorkerMessage = await listen(workerData as TrackerOptions).then(
  ({ origin, toSection }) => {
    parentPort?.on('message', () => parentPort?.postMessage(toSection()));
    return { origin };
  },
  (error: unknown) => {
    // What somebody can put right goes to the main thread as a sentence; anything else is a bug and ends this thread.
    if (error instanceof TrackerConfigError) return { refusal: error.message };
    throw error;
  },
);
parentPort?.postMessage(message);
