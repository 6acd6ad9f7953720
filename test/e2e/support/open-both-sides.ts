import { resolve } from 'node:path';
import { type RunningTracker, startTracker } from '../../../sandbox/src/tracker/start-tracker.ts';
import { findFreePort } from '../../support/find-free-port.ts';
import { connectedWorld } from './connected-world.ts';
import { openStageOf, type Stage } from './open-stage.ts';

/** The widgets' server, and Tracker's stand-in in a life of its own: it can be ended and started again with what it had. */
export interface BothSides {
  readonly stage: Stage;
  /** Where Tracker's pages are. */
  readonly tracker: string;
  startTracker(): Promise<void>;
  killTracker(): Promise<void>;
  close(): Promise<void>;
}

const [application] = connectedWorld.tracker.applications;
const links = '{{youtrack}}/api/extensionEndpoints/tracker-links/global/links?kind=issue';

/** @param stateFile where Tracker keeps its state */
export async function openBothSides(stateFile: string): Promise<BothSides> {
  // The server must know it before Tracker is there.
  const port = await findFreePort();
  const tracker = `http://127.0.0.1:${port}`;
  const stage = await openStageOf(connectedWorld, '--map', `api.tracker.yandex.net=${tracker}`);
  let running: RunningTracker | undefined;
  const sides: BothSides = {
    stage,
    tracker,
    async startTracker() {
      running = await startTracker({
        ...{ port, stateFile, youtrackOrigin: stage.url },
        workerFile: resolve('sandbox/dist/node/tracker-worker.mjs'),
        names: ['api.tracker.yandex.net'],
        config: { ...connectedWorld.tracker, applications: [{ ...application, ...registration }] },
      });
    },
    async killTracker() {
      await running?.close();
      running = undefined;
    },
    async close() {
      await sides.killTracker();
      await stage.close();
    },
  };
  await sides.startTracker();
  return sides;
}

/** Tracker tells us of links that are made and removed on its pages. */
const registration = {
  oauthToken: 'perm:robot',
  tokenScheme: 'Bearer',
  createLinkUrl: links,
  removeLinkUrl: `${links}&issueKey={{issueKey}}&remoteKey={{remoteKey}}`,
};
