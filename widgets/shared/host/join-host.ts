import type { WidgetHost, WidgetPlugin } from './youtrack-app.ts';

type Fetching = Pick<WidgetHost, 'fetchApp'>;

/** The registered host, and how to call the app: the first call takes the answer that the page has asked for early. */
export async function joinHost(plugin?: WidgetPlugin): Promise<{ host: WidgetHost; fetching: Fetching }> {
  const early = globalThis.trackerLinksEarlyStart;
  const host = await (early?.host ?? YTApp.register(plugin));
  let waiting = early;
  return {
    host,
    fetching: {
      fetchApp(endpoint, params) {
        const taken = waiting;
        waiting = undefined;
        const isAsked = taken?.endpoint === endpoint && params.method === 'GET';
        return isAsked ? taken.answer : host.fetchApp(endpoint, params);
      },
    },
  };
}
