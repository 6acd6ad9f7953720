import Button from '@jetbrains/ring-ui-built/components/button/button';
import { useState } from 'preact/hooks';
import { Loading } from '../components/loading.tsx';
import { TrackerLink } from '../components/tracker-link.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { LinksStore } from '../links/links-store.ts';
import { useLinks } from '../links/use-links.ts';

/** A card is small: these fit on two lines. */
const shownAtFirst = 5;

/** The Tracker issues of one user, in as little room as a card has. Nothing where there are none. */
export function UserCard({ store }: { readonly store: LinksStore }) {
  const translator = useTranslator();
  const { loading, panel, rows } = useLinks(store);
  const [isWhole, setWhole] = useState(false);
  if (panel === undefined) return <Loading loading={loading} onRetry={() => store.load()} />;
  if (rows.length === 0) return null;
  const hidden = isWhole ? 0 : rows.length - shownAtFirst;
  return (
    <section class="tl-card" aria-labelledby="tl-title">
      <h2 id="tl-title">{translator.text('card.title')}</h2>
      <ul class="tl-card-keys">
        {rows.slice(0, isWhole ? rows.length : shownAtFirst).map(({ issueKey, url }) => (
          <li key={issueKey}>
            <TrackerLink issueKey={issueKey} url={url} />
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <Button inline onClick={() => setWhole(true)}>
              {translator.text('card.more', { count: hidden })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
