import { useCallback } from 'preact/hooks';
import { Loading } from '../shared/components/loading.tsx';
import { Notice } from '../shared/components/notice.tsx';
import { useAnswer } from '../shared/components/use-answer.ts';
import { LinksPanel } from '../shared/links/links-panel.tsx';
import type { LinksStore } from '../shared/links/links-store.ts';
import type { IdentityApi } from './identity-api.ts';
import { IdentityForm } from './identity-form.tsx';
import { useIdentityTranslator } from './translation.ts';

interface IdentityPageProps {
  readonly api: IdentityApi;
  readonly store: LinksStore;
  /** Login of the person at the screen. */
  readonly me: string;
}

/** Who the owner of this profile is in Tracker, for those who may know, and the Tracker issues that are linked to them. */
export function IdentityPage({ api, store, me }: IdentityPageProps) {
  const translator = useIdentityTranslator();
  return (
    <div class="tl-settings">
      <Identity api={api} me={me} />
      <LinksPanel
        store={store}
        title={translator.text('identity.links')}
        whenEmpty={translator.text('identity.noLinks')}
      />
    </div>
  );
}

function Identity({ api, me }: Omit<IdentityPageProps, 'store'>) {
  const translator = useIdentityTranslator();
  const { loading, data, reload, replace } = useAnswer(useCallback(() => api.read(), [api]));
  const isMine = data?.user === me;
  const isForeign = typeof loading === 'object' && loading.kind === 'forbidden';
  return (
    <section aria-labelledby="tl-identity-title">
      <h2 id="tl-identity-title">
        {data === undefined
          ? translator.text('identity.heading')
          : translator.text(isMine ? 'identity.title' : 'identity.titleOf', { user: data.user })}
      </h2>
      {isForeign && <Notice tone="info">{translator.text('identity.foreign')}</Notice>}
      {data === undefined && !isForeign && (
        <Loading loading={loading} what={translator.text('identity.notLoaded')} onRetry={reload} />
      )}
      {data !== undefined && (
        <>
          <p>{translator.text(isMine ? 'identity.why' : 'identity.whyOf', { user: data.user })}</p>
          <IdentityForm api={api} saved={data} isMine={isMine} onSaved={replace} />
        </>
      )}
    </section>
  );
}
