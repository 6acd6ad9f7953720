import { useEffect, useMemo, useState } from 'preact/hooks';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { toKeysText } from '../i18n/keys-text.ts';
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
  /** Everything that was entered is linked: a sentence that says so. */
  readonly onDone: (text: string) => void;
}

/** The box, and under it the rows that were added through it. It closes once there is nothing left to say. */
export function AddDialog({ store, onClose, onDone }: AddDialogProps) {
  const translator = useTranslator();
  const { loading, panel, rows, people, said, details } = useLinks(store);
  const [entered, setEntered] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const linked = useMemo(() => new Set(rows.filter(isLinked).map(({ issueKey }) => issueKey)), [rows]);
  const shown = useMemo(() => new Set(rows.map(({ issueKey }) => issueKey)), [rows]);
  const mine = rows.filter(({ issueKey }) => entered.has(issueKey));
  const isDone = isAll && mine.length > 0 && mine.every(({ step }) => step.name === 'saved');
  useEffect(() => {
    if (!isDone) return;
    onDone(
      translator.text('said.added', { count: entered.size, keys: toKeysText(translator, [...entered]) }),
    );
  }, [isDone]);

  if (panel === undefined)
    return (
      <Loading loading={loading} what={translator.text('panel.notLoaded')} onRetry={() => store.load()} />
    );
  if (panel.unreadable) return <Notice tone="warning">{translator.text('panel.unreadable')}</Notice>;
  if (!panel.mayEdit) return <Notice tone="info">{translator.text('dialog.mayNot')}</Notice>;
  function add(keys: readonly string[], what: 'all' | 'some'): void {
    setEntered(new Set([...entered, ...keys]));
    setAll(what === 'all');
    void store.add(keys);
  }
  return (
    <section class="tl-panel tl-dialog" aria-label={translator.text('panel.title')}>
      <LaterAdding
        isOpen
        linked={linked}
        shown={shown}
        sources={store.sources}
        onAdd={add}
        onClose={onClose}
      />
      <RowList rows={mine} people={people} mayEdit said={said} details={details} store={store} />
      <Announcer said={said} />
    </section>
  );
}
