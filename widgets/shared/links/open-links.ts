import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { StartedWidget } from '../start-widget.tsx';
import { keepFresh } from './keep-fresh.ts';
import { createLinksApi } from './links-api.ts';
import { LinksStore } from './links-store.ts';
import { whenDrawn } from './when-drawn.ts';

/** The links of the widget's own entity, on their way already. */
export function openLinks(
  { app, client, host, translator }: Pick<StartedWidget<never>, 'app' | 'client' | 'host' | 'translator'>,
  kind: EntityKind,
): LinksStore {
  const store = new LinksStore({
    api: createLinksApi({ client, host, kind, language: translator.language }),
    me: app.me,
    now: () => new Date(),
    after: (delayMs, run) => void setTimeout(run, delayMs),
    whenDrawn,
    onChanged: () => tell(),
  });
  const tell = keepFresh(store, `tracker-links ${kind} ${app.entity?.id ?? ''}`);
  void store.load();
  return store;
}
