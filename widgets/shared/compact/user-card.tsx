import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Loading } from '../components/loading.tsx';
import { TrackerLink } from '../components/tracker-link.tsx';
import { useTranslator } from '../i18n/translation.ts';
import { LinksPanel } from '../links/links-panel.tsx';
import { isPointless } from '../links/links-state.ts';
import type { LinksStore } from '../links/links-store.ts';
import { isLinked } from '../links/row.ts';
import { useLinks } from '../links/use-links.ts';

/** A card is small: these fit on two lines. */
const shownAtFirst = 5;

/**
 * The Tracker issues of one user, in as little room as a card has; for those who may change them, rows and the box on demand.
 * Nothing where there are none and may be none.
 */
export function UserCard({ store }: { readonly store: LinksStore }) {
  const translator = useTranslator();
  const state = useLinks(store);
  const { loading, panel, rows } = state;
  const [isWhole, setWhole] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const heading = <h2 id="tl-title">{translator.text('card.title')}</h2>;
  const keys = rows.filter(isLinked);
  if (isChanging)
    return (
      <LinksPanel
        store={store}
        title={translator.text('card.title')}
        whenEmpty={translator.text('card.none')}
        isAddingAtFirst={keys.length === 0}
      />
    );
  if (isPointless(state)) return null;
  const hidden = isWhole ? 0 : keys.length - shownAtFirst;
  return (
    <section class="tl-card" aria-labelledby="tl-title">
      {panel === undefined ? (
        <Loading
          loading={loading}
          what={translator.text('panel.notLoaded')}
          heading={heading}
          onRetry={() => store.load()}
        />
      ) : (
        <>
          {heading}
          <ul class="tl-card-keys">
            {keys.slice(0, isWhole ? keys.length : shownAtFirst).map(({ issueKey, url }) => (
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
            {panel.mayEdit && !panel.unreadable && (
              <li>
                <Button inline onClick={() => setChanging(true)}>
                  {translator.text(keys.length === 0 ? 'box.open' : 'card.change')}
                </Button>
              </li>
            )}
          </ul>
          {panel.unreadable && <p class="tl-error">{translator.text('panel.unreadable')}</p>}
        </>
      )}
    </section>
  );
}
