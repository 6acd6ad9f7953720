import type { TrackerHost } from '../checks/check-connection.ts';
import { type OpenHost, openHost } from '../youtrack/open-host.ts';
import { openTracker } from './open-tracker.ts';

/** YouTrack where the address names nothing, with Tracker at hand for a person who waits. */
export const openTrackerHost: OpenHost<TrackerHost> = (ctx, execution) =>
  Object.assign(openHost(ctx, execution), {
    openTracker: (language: Parameters<TrackerHost['openTracker']>[0]) =>
      openTracker(ctx.settings, { language, waiting: 'person' }),
  });
