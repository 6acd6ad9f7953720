import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { TrackerConfigError } from './config/tracker-config-error.ts';
import { createTrackerApp } from './create-tracker-app.ts';
import type { TrackerOptions } from './start-tracker.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

const host = '127.0.0.1';

// As YouTrack's side has it: clients give an idle connection up before we do.
const keepAliveMs = 60_000;

/**
 * Serves the stand-in over HTTP from the thread it is called in; resolves with its origin.
 * @throws TrackerConfigError when the section, the state file or the port cannot be used.
 */
export async function listen(options: Omit<TrackerOptions, 'workerFile'>): Promise<string> {
  const { port, youtrackOrigin, names = [], stateFile, timeoutMs, backlinkWaitMs, clockOffset } = options;
  const kept = stateFile === undefined ? undefined : readStateFile(stateFile);
  const { app } = createTrackerApp({
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
  return `http://${host}:${typeof address === 'object' ? address?.port : port}`;
}
