import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { TrackerConfigInput } from './config/tracker-config.ts';
import { TrackerConfigError } from './config/tracker-config-error.ts';
import { createTrackerApp } from './create-tracker-app.ts';
import type { TrackerOptions } from './start-tracker.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

const host = '127.0.0.1';

// As YouTrack's side has it: clients give an idle connection up before we do.
const keepAliveMs = 60_000;

/** A stand-in that answers. */
export interface ListeningTracker {
  readonly origin: string;
  /** All there is, as a `tracker` section; it has the applications' tokens. */
  toSection(): TrackerConfigInput;
}

/**
 * Serves the stand-in over HTTP from the thread it is called in.
 * @throws TrackerConfigError when the section, the state file or the port cannot be used.
 */
export async function listen(options: Omit<TrackerOptions, 'workerFile'>): Promise<ListeningTracker> {
  const { port, youtrackOrigin, names = [], stateFile, timeoutMs, backlinkWaitMs, clockOffset } = options;
  const kept = stateFile === undefined ? undefined : readStateFile(stateFile);
  const { app, tracker } = createTrackerApp({
    config: kept ?? options.config,
    youtrackOrigin,
    names,
    now: () => Date.now() + (clockOffset === undefined ? 0 : Number(Atomics.load(clockOffset, 0))),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(backlinkWaitMs === undefined ? {} : { backlinkWaitMs }),
    ...(stateFile === undefined ? {} : { onChange: (section) => writeStateFile(stateFile, section) }),
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.keepAliveTimeout = keepAliveMs;
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new TrackerConfigError(`port ${port} is already in use`) : error;
  });
  const address = server.address();
  const origin = `http://${host}:${typeof address === 'object' ? address?.port : port}`;
  return { origin, toSection: () => tracker.store.toSection() };
}
