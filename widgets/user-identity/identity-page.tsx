import { useCallback } from 'preact/hooks';
import { Loading } from '../shared/components/loading.tsx';
import { useAnswer } from '../shared/components/use-answer.ts';
import type { IdentityApi } from './identity-api.ts';
import { IdentityForm } from './identity-form.tsx';
import { useIdentityTranslator } from './translation.ts';

interface IdentityPageProps {
  readonly api: IdentityApi;
  /** Login of the person at the screen. */
  readonly me: string;
}

/** Who the owner of this profile is in Tracker. */
export function IdentityPage({ api, me }: IdentityPageProps) {
  const translator = useIdentityTranslator();
  const { loading, data, reload, replace } = useAnswer(useCallback(() => api.read(), [api]));
  if (data === undefined) return <Loading loading={loading} onRetry={reload} />;
  const isMine = data.user === me;
  return (
    <section class="tl-settings" aria-labelledby="tl-title">
      <h2 id="tl-title">
        {translator.text(isMine ? 'identity.title' : 'identity.titleOf', { user: data.user })}
      </h2>
      <p>{translator.text('identity.why')}</p>
      <IdentityForm api={api} saved={data} onSaved={replace} />
    </section>
  );
}
