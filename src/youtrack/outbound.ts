/// <reference path="./scripting-http.d.ts" />
import { create } from '@jetbrains/youtrack-scripting-api/cache';
import { Connection } from '@jetbrains/youtrack-scripting-api/http';
import { createNodeMemory } from './node-memory.ts';
import type { TrackerConnection } from './tracker-connection.ts';
import { createTrackerTransport } from './tracker-transport.ts';

/** Things one node remembers for all executions: what was asked of Tracker of late, and what others keep for a minute. */
const memorySize = 1_000;

/** What this node of YouTrack remembers from one execution to the next. */
export const nodeMemory = createNodeMemory(create(memorySize, 'tracker-links'));

/** The road out of YouTrack. Apart from `youtrack.ts`, so that a script that calls nobody does not load it. */
export function openTransport(connection: TrackerConnection) {
  return createTrackerTransport({ Connection }, connection);
}
