import { useCallback, useEffect, useState } from 'preact/hooks';
import { Loading } from '../../shared/components/loading.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { useSettled } from '../../shared/components/use-settled.ts';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import { CopyBox } from './copy-box.tsx';
import { firstChoices, type LetterChoices, RegistrationChoices } from './registration-choices.tsx';
import { toLetter } from './to-letter.ts';

interface RegistrationSectionProps {
  readonly api: AdminApi;
  readonly askFacts: () => Promise<YouTrackFacts>;
}

/** The letter to Tracker's support, ready to be sent. */
export function RegistrationSection({ api, askFacts }: RegistrationSectionProps) {
  const translator = useAdminTranslator();
  const [facts, setFacts] = useState<YouTrackFacts>();
  const [choices, setChoices] = useState<LetterChoices>(firstChoices(translator.language));
  useEffect(() => {
    void askFacts().then((known) => {
      setFacts(known);
      setChoices((current) => ({ ...current, baseUrl: known.baseUrl ?? '' }));
    });
  }, [askFacts]);
  return (
    <section aria-labelledby="tl-registration-title">
      <h2 id="tl-registration-title">{translator.text('registration.title')}</h2>
      <p>{translator.text('registration.why')}</p>
      {facts === undefined ? (
        <Loading loading="waiting" onRetry={() => undefined} />
      ) : (
        <>
          <RegistrationChoices choices={choices} projects={facts.projects} onChange={setChoices} />
          <Letter api={api} choices={choices} />
        </>
      )}
    </section>
  );
}

function Letter({ api, choices }: { readonly api: AdminApi; readonly choices: LetterChoices }) {
  const translator = useAdminTranslator();
  const { kind, access, language, project } = choices;
  const baseUrl = useSettled(choices.baseUrl.trim());
  const ask = useCallback(
    () => api.registration({ baseUrl, project: access === 'guest' ? project : undefined }),
    [api, baseUrl, access, project],
  );
  const { loading, data, reload } = useAnswer(ask);
  if (typeof loading === 'object' && loading.fields.includes('baseUrl'))
    return <Notice tone="warning">{translator.text('registration.badBaseUrl')}</Notice>;
  if (data === undefined || typeof loading === 'object')
    return <Loading loading={loading} onRetry={reload} />;
  const applications = data.applications.filter(
    (application) => application.access === access && (kind === 'all' || application.kind === kind),
  );
  const cannotCreate = applications.some(({ createLinkUrl }) => createLinkUrl === undefined);
  return (
    <>
      {cannotCreate && <Notice tone="info">{translator.text('registration.noCreate')}</Notice>}
      <CopyBox
        label={translator.text('registration.letter')}
        isStale={loading === 'waiting' || baseUrl !== choices.baseUrl.trim()}
        text={toLetter({ language, applications, responsible: data.responsible })}
      />
    </>
  );
}
