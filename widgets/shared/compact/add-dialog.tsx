import { useMemo, useState } from 'preact/hooks';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { useTranslator } from '../i18n/translation.ts';
import { Announcer } from '../links/announcer.tsx';
import { LaterAdding } from '../links/later-adding.tsx';
import type { LinksStore } from '../links/links-store.ts';
import { isLinked } from '../links/row.ts';
import { RowList } from '../links/row-list.tsx';
import { useLinks } from '../links/use-links.ts';

interface AddDialogProps {
  readonly store: LinksStore;
  readonly onClose: () => void;
}

/** The box, and under it the rows that were added through it. */
export function AddDialog({ store, onClose }: AddDialogProps) {
  const translator = useTranslator();
  const { loading, panel, rows, people, said, details } = useLinks(store);
  const [entered, setEntered] = useState<ReadonlySet<string>>(new Set());
  const linked = useMemo(() => new Set(rows.filter(isLinked).map(({ issueKey }) => issueKey)), [rows]);
  const shown = useMemo(() => new Set(rows.map(({ issueKey }) => issueKey)), [rows]);

  if (panel === undefined) return <Loading loading={loading} onRetry={() => store.load()} />;
  if (panel.unreadable) return <Notice tone="warning">{translator.text('panel.unreadable')}</Notice>;
  if (!panel.mayEdit) return <Notice tone="info">{translator.text('dialog.mayNot')}</Notice>;
  function add(keys: readonly string[]): void {
    setEntered(new Set([...entered, ...keys]));
    void store.add(keys);
  }
  return (
    <section class="tl-panel tl-dialog" aria-label={translator.text('panel.title')}>
      <LaterAdding
        isOpen
        hasMentions
        linked={linked}
        shown={shown}
        sources={store.sources}
        onAdd={add}
        onClose={onClose}
      />
      <RowList
        rows={rows.filter(({ issueKey }) => entered.has(issueKey))}
        people={people}
        mayEdit
        said={said}
        details={details}
        store={store}
      />
      <Announcer said={said} />
    </section>
  );
}
