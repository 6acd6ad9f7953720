import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { StartedWidget } from '../start-widget.tsx';
import { createLinksApi } from './links-api.ts';
import { LinksStore } from './links-store.ts';

/** The links of the widget's own entity, on their way already. */
export function openLinks(
  { app, client, host }: Pick<StartedWidget<never>, 'app' | 'client' | 'host'>,
  kind: EntityKind,
): LinksStore {
  const store = new LinksStore({
    api: createLinksApi({ client, host, kind }),
    me: app.me,
    now: () => new Date(),
    after: (delayMs, run) => void setTimeout(run, delayMs),
  });
  void store.load();
  return store;
}
