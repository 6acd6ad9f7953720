import type { WidgetHost } from './youtrack-app.ts';

/** What the page itself has begun while the widget's scripts were on their way. */
export interface EarlyStart {
  readonly host: Promise<WidgetHost>;
  readonly endpoint: string;
  readonly answer: Promise<unknown>;
}

declare global {
  /** Set by the page, taken by the widget. */
  var trackerLinksEarlyStart: EarlyStart | undefined;
}

/**
 * Registers the widget and asks for what it will show first. It stands in the page as text, so that neither waits for a
 * script; where YouTrack has not yet put `YTApp` there, the widget does both itself.
 */
export function startEarly(endpoint: string): void {
  if (typeof YTApp === 'undefined') return;
  const host = YTApp.register();
  const answer = host.then((registered) =>
    registered.fetchApp(endpoint, { method: 'GET', query: { envelope: 'true' }, scope: true }),
  );
  // Whoever takes the answer sees the failure; until then nobody has to.
  answer.catch(() => undefined);
  globalThis.trackerLinksEarlyStart = { host, endpoint, answer };
}
