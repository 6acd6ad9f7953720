import { parentPort, workerData } from 'node:worker_threads';
import { listen } from './listen.ts';
import type { TrackerOptions, WorkerMessage } from './start-tracker.ts';

const message: WorkerMessage = await listen(workerData as TrackerOptions).then(
  (origin) => ({ origin }),
  (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
);
parentPort?.postMessage(message);
