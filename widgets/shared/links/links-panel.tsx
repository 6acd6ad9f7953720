import addIcon from '@jetbrains/icons/add';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { useTranslator } from '../i18n/translation.ts';
import { Announcer } from './announcer.tsx';
import { DetailsNote } from './details-note.tsx';
import { fetchAdding, LaterAdding } from './later-adding.tsx';
import { isPointless } from './links-state.ts';
import type { LinksStore } from './links-store.ts';
import { isLinked } from './row.ts';
import { RowList } from './row-list.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useLinks } from './use-links.ts';
import { useUndoKey } from './use-undo-key.ts';

interface LinksPanelProps {
  readonly store: LinksStore;
  /** Above the rows; "Yandex Tracker" when left out. */
  readonly title?: string;
  /** Stands where there are no links; without it an empty panel that cannot be added to takes no room. */
  readonly whenEmpty?: string;
  /** Whether the box is open from the start. */
  readonly isAddingAtFirst?: boolean;
}

/** What fails here is told when it is wanted. */
function prepare(): void {
  fetchAdding().catch(() => undefined);
}

/** The links of one entity: rows, and for those who may, the box to add more. Nothing at all where there is nothing. */
export function LinksPanel({ store, title, whenEmpty, isAddingAtFirst = false }: LinksPanelProps) {
  const translator = useTranslator();
  const state = useLinks(store);
  const { loading, panel, rows, people, said, details, trouble } = state;
  useUndoKey(store);
  const [isAdding, setAdding] = useState(isAddingAtFirst);
  const opener = useRef<HTMLSpanElement>(null);
  const linked = useMemo(() => new Set(rows.filter(isLinked).map(({ issueKey }) => issueKey)), [rows]);
  const shown = useMemo(() => new Set(rows.map(({ issueKey }) => issueKey)), [rows]);
  const wasAdding = useRef(false);
  useLayoutEffect(() => {
    if (wasAdding.current && !isAdding) opener.current?.querySelector('button')?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);

  const heading = <h2 id="tl-title">{title ?? translator.text('panel.title')}</h2>;
  if (panel === undefined)
    return (
      <section class="tl-panel" aria-labelledby="tl-title">
        {/* A panel that may turn out to have nothing to say keeps quiet at first. */}
        {whenEmpty !== undefined && heading}
        <Loading
          loading={loading}
          what={translator.text('panel.notLoaded')}
          heading={whenEmpty === undefined && heading}
          onRetry={() => store.load()}
        />
      </section>
    );
  const mayEdit = panel.mayEdit && !panel.unreadable;
  if (whenEmpty === undefined && isPointless(state)) return null;
  return (
    <section
      class="tl-panel"
      aria-labelledby="tl-title"
      onPointerMove={() => store.refresh()}
      onFocusIn={() => store.refresh()}
    >
      <header class="tl-header">
        {heading}
        {linked.size > 0 && (
          <span class="tl-count">{translator.text('panel.count', { count: linked.size })}</span>
        )}
        {mayEdit && !isAdding && (
          <span ref={opener} class="tl-opener" onPointerEnter={prepare} onFocusIn={prepare}>
            <Button icon={addIcon} onClick={() => setAdding(true)}>
              {translator.text('box.open')}
            </Button>
          </span>
        )}
      </header>
      {mayEdit && (
        <LaterAdding
          isOpen={isAdding}
          linked={linked}
          shown={shown}
          sources={store.sources}
          onAdd={(keys) => store.add(keys)}
          onClose={() => setAdding(false)}
        />
      )}
      {panel.unreadable && <Notice tone="warning">{translator.text('panel.unreadable')}</Notice>}
      {rows.length === 0 && whenEmpty !== undefined && <p class="tl-empty">{whenEmpty}</p>}
      <RowList
        rows={rows}
        people={people}
        mayEdit={mayEdit}
        said={said}
        details={details}
        owed={panel.owed}
        store={store}
      />
      <DetailsNote details={details} />
      {trouble && <TroubleNote trouble={trouble} />}
      <Announcer said={said} />
    </section>
  );
}
