import {
  type FailureKind,
  failed,
  kindOfRejection,
  type Outcome,
  readEnvelope,
} from '../../shared/host/failure.ts';
import { inTime } from '../../shared/host/in-time.ts';
import type { WidgetHost } from '../../shared/host/youtrack-app.ts';

/** What came of asking one address of the letter. */
export type InfoOutcome = Outcome<{ readonly key?: unknown }>;

/** Asks an address of the letter, given from `/api/` on. */
export type ReadInfo = (path: string) => Promise<InfoOutcome>;

/**
 * Asks addresses of objects, as the administrator who looks at the page: `fetchApp` reaches the addresses of the widget's own
 * object alone, and this widget has none, but YouTrack's own REST client takes any path below `/api/`. Where the app answers at
 * all it answers with an envelope; everything else is YouTrack's own refusal, which says that it did not let the app answer.
 */
export function createInfoReader(host: Pick<WidgetHost, 'fetchYouTrack'>): ReadInfo {
  return async (path) => {
    const asking = async () =>
      readEnvelope<{ key?: unknown }>(
        await host.fetchYouTrack(path.replace(/^\/api\//, ''), { query: { envelope: 'true' } }),
      );
    const outcome = asking().catch((error: unknown) => failed(kindOfRejection(error)));
    return await inTime(outcome, failed('timeout'));
  };
}

/** Whether YouTrack kept the request from the app: a refusal of the app's own comes in an envelope. */
export function isKeptFromApp(kind: FailureKind): boolean {
  return kind === 'unreachable' || kind === 'broken' || kind === 'not_found';
}
