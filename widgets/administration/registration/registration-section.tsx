import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RegistrationAnswer } from '../../../src/registration/registration-answer.ts';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { useSettled } from '../../shared/components/use-settled.ts';
import type { AdminApi } from '../admin-api.ts';
import type { SettingsStore } from '../connection/app-settings.ts';
import { useAdminTranslator } from '../translation.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import { AddressWarnings } from './address-warnings.tsx';
import { CopyBox } from './copy-box.tsx';
import { CopyField } from './copy-field.tsx';
import { GuestWarnings } from './guest-warnings.tsx';
import { firstChoices, kindsOf, type LetterChoices, RegistrationChoices } from './registration-choices.tsx';
import { toLetter, toSupportPage } from './to-letter.ts';
import { fillParts, useKeptParts } from './use-kept-parts.ts';

interface RegistrationSectionProps {
  readonly api: AdminApi;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly askFacts: () => Promise<YouTrackFacts>;
}

/** The letter to Tracker's support, ready to be sent. */
export function RegistrationSection({ api, settings, askFacts }: RegistrationSectionProps) {
  const translator = useAdminTranslator();
  const [facts, setFacts] = useState<YouTrackFacts>();
  const [choices, setChoices] = useState<LetterChoices>(firstChoices(translator.language));
  useEffect(() => {
    void Promise.all([askFacts(), readOrganizationId(settings)]).then(([known, id]) => {
      setFacts(known);
      setChoices((current) => ({
        ...current,
        baseUrl: known.baseUrl ?? '',
        organization: { ...current.organization, id },
      }));
    });
  }, [askFacts, settings]);
  const baseUrl = useSettled(choices.baseUrl.trim());
  const project = choices.access === 'guest' ? choices.project : undefined;
  const ask = useCallback(() => api.registration({ baseUrl, project }), [api, baseUrl, project]);
  const { loading, data, reload } = useAnswer(ask);
  const { failure, keep } = useKeptParts(api);
  const isFilled = useRef(false);
  useEffect(() => {
    if (data === undefined || isFilled.current) return;
    isFilled.current = true;
    setChoices((current) => fillParts(current, data.letter ?? {}));
  }, [data]);
  const change = (changed: LetterChoices) => {
    setChoices(changed);
    keep(changed);
  };
  const isStale = loading === 'waiting' || baseUrl !== choices.baseUrl.trim();
  const isBadAddress = typeof loading === 'object' && loading.fields.includes('baseUrl');
  return (
    <section aria-labelledby="tl-registration-title">
      <h2 id="tl-registration-title">{translator.text('registration.title')}</h2>
      <p>{translator.text('registration.why')}</p>
      {facts === undefined ? (
        <Loading loading="waiting" onRetry={() => undefined} />
      ) : (
        <>
          <RegistrationChoices
            choices={choices}
            projects={facts.projects}
            caller={data ? toContact(data.responsible) : ''}
            onChange={change}
          />
          {failure && <FailureNotice failure={failure} onRetry={() => keep(choices)} />}
          {isBadAddress && <Notice tone="warning">{translator.text('registration.badBaseUrl')}</Notice>}
          {!isBadAddress && typeof loading === 'object' && <Loading loading={loading} onRetry={reload} />}
          {data !== undefined && typeof loading !== 'object' && (
            <LetterOf answer={data} choices={choices} isStale={isStale} />
          )}
        </>
      )}
    </section>
  );
}

/** What the connection to Tracker's API knows of the organisation; where it cannot be read, a person enters it. */
async function readOrganizationId(settings: Pick<SettingsStore, 'read'>): Promise<string> {
  const known = await settings.read().catch(() => undefined);
  const id = known?.trackerOrganizationId;
  return typeof id === 'string' ? id : '';
}

function toContact({ name, email }: RegistrationAnswer['responsible']): string {
  return email ? `${name} <${email}>` : name;
}

interface LetterOfProps {
  readonly answer: RegistrationAnswer;
  readonly choices: LetterChoices;
  readonly isStale: boolean;
}

function LetterOf({ answer, choices, isStale }: LetterOfProps) {
  const { text } = useAdminTranslator();
  const { access, language, names, organization } = choices;
  const kinds = kindsOf(choices);
  const applications = answer.applications.filter(
    (application) => application.access === access && kinds.includes(application.kind),
  );
  const contact = choices.contact ?? toContact(answer.responsible);
  const letter = toLetter({ language, applications, contact, organization, names });
  const page = toSupportPage(language);
  return (
    <>
      <AddressWarnings baseUrl={answer.baseUrl} />
      {applications.some(({ createLinkUrl }) => createLinkUrl === undefined) && (
        <Notice tone="info">{text('registration.noCreate')}</Notice>
      )}
      {access === 'guest' && answer.guest && (
        <GuestWarnings guest={answer.guest} kinds={kinds} project={choices.project} />
      )}
      {organization.id.trim() === '' && <Notice tone="info">{text('registration.noOrganization')}</Notice>}
      <p>
        {text('registration.where')}{' '}
        <a class="ring-link-link tl-long" href={page} target="_blank" rel="noopener noreferrer">
          {page}
        </a>
      </p>
      <div class="tl-copy-fields">
        <CopyField id="tl-letter-subject" label={text('registration.subject')} text={letter.subject} />
      </div>
      <CopyBox label={text('registration.letter')} isStale={isStale} text={letter.body} />
      <p class="tl-note">{text('registration.after')}</p>
    </>
  );
}
