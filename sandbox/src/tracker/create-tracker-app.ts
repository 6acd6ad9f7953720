import { Hono, type MiddlewareHandler } from 'hono';
import { refuseStrangers } from '../refuse-strangers.ts';
import { parseTrackerConfig } from './config/parse-tracker-config.ts';
import type { TrackerConfigInput } from './config/tracker-config.ts';
import { createControls } from './controls.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { createPages } from './pages/create-pages.ts';
import { createApi } from './rest/create-api.ts';
import { injectFaults } from './rest/inject-faults.ts';
import { keepJournal } from './rest/keep-journal.ts';
import { limitRate } from './rest/limit-rate.ts';
import type { Tracker } from './tracker.ts';
import { TrackerStore } from './tracker-store.ts';

export interface TrackerAppOptions {
  /** The `tracker` section of a world file, unchecked; undefined is an empty Tracker. */
  readonly config: unknown;
  /** `http://127.0.0.1:8080`, without a slash at the end; stands for `{{youtrack}}` in templates. */
  readonly youtrackOrigin: string;
  /** Names the stand-in is asked for by, beside those of this machine: the hosts that are mapped to it. */
  readonly names?: readonly string[];
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** Time limit of a call to an application; 10 s when left out. */
  readonly timeoutMs?: number;
  /** How long an API answer or a form waits for such a call about a link; 2 s when left out. */
  readonly backlinkWaitMs?: number;
  /** How long a page waits for what it shows of linked objects; 3 s when left out. */
  readonly pageWaitMs?: number;
  /** Called with the section to keep after every change, before the change is answered. */
  readonly onChange?: (section: TrackerConfigInput) => void;
}

/**
 * The Tracker stand-in in process: ask it with `app.request(path)`, or serve `app.fetch`.
 * @throws TrackerConfigError when the section is not valid.
 */
export function createTrackerApp(options: TrackerAppOptions): { app: Hono; tracker: Tracker } {
  const tracker = createTracker(options);
  const faults = new Faults();
  const app = new Hono();
  app.use(refuseStrangers(options.names));
  const { store, journal, sender } = tracker;
  app.use('/v3/*', keepJournal(journal, sender.now), markBareErrors(store));
  app.use('/v3/*', injectFaults(faults), limitRate(store, sender.now));
  app.route('/v3', createApi(tracker));
  app.route('/_sandbox', createControls(tracker, faults));
  app.route('/', createPages(tracker));
  return { app, tracker };
}

function createTracker(options: TrackerAppOptions): Tracker {
  const now = options.now ?? Date.now;
  const journal = new Journal();
  const config = parseTrackerConfig(options.config);
  return {
    store: new TrackerStore({ config, now, onChange: options.onChange }),
    journal,
    sender: { fetch: options.fetch ?? fetch, now, journal, timeoutMs: options.timeoutMs ?? 10_000 },
    youtrackOrigin: options.youtrackOrigin.replace(/(?<!\/)\/+$/, ''),
    backlinkWaitMs: options.backlinkWaitMs ?? 2_000,
    pageWaitMs: options.pageWaitMs ?? 3_000,
  };
}

/** For the answers below: whether their error bodies go without `statusCode`. */
function markBareErrors(store: TrackerStore): MiddlewareHandler {
  return async (context, next) => {
    context.set('hasBareErrors', store.modes().errorBodies === 'bare');
    return await next();
  };
}
