import { useCallback, useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { Waiting } from '../../shared/components/waiting.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { SettingsStore } from './app-settings.ts';
import { ApplicationFields } from './application-fields.tsx';
import type { ConnectionApi } from './connection-api.ts';
import { type ConnectionForm, toChanges, toForm } from './connection-form.ts';
import { ConnectionVerdict } from './connection-verdict.tsx';
import { OrganizationFields } from './organization-fields.tsx';

interface ConnectionSectionProps {
  readonly api: ConnectionApi;
  readonly settings: SettingsStore;
}

/** Where the form is: being read, not to be had, being filled in, being saved, not saved. */
type Step = 'reading' | 'hidden' | 'editing' | 'saving' | 'unsaved';

/** How the app calls Tracker: whose token, in which organisation, with which applications; tried as soon as it is saved. */
export function ConnectionSection({ api, settings }: ConnectionSectionProps) {
  const translator = useAdminTranslator();
  const [step, setStep] = useState<Step>('reading');
  const [form, setForm] = useState<ConnectionForm>();
  const { language } = translator;
  const { loading, data, reload } = useAnswer(useCallback(() => api.check(language), [api, language]));
  const read = useCallback(async () => {
    // Nothing is lost where YouTrack does not let the page read: it then says where the settings are.
    const stored = await settings.read().catch(() => undefined);
    if (stored !== undefined) setForm(toForm(stored));
    setStep(stored === undefined ? 'hidden' : 'editing');
  }, [settings]);
  useEffect(() => void read(), [read]);
  async function save(filled: ConnectionForm): Promise<void> {
    setStep('saving');
    const isSaved = await settings.write(toChanges(filled)).then(
      () => true,
      () => false,
    );
    if (!isSaved) return setStep('unsaved');
    await read();
    reload();
  }
  const change = (changes: Partial<ConnectionForm>) => setForm((now) => now && { ...now, ...changes });
  return (
    <section aria-labelledby="tl-connection-title">
      <h2 id="tl-connection-title">{translator.text('connection.title')}</h2>
      <p>{translator.text('connection.why')}</p>
      {step === 'reading' && <Waiting />}
      {step === 'hidden' && <Notice tone="warning">{translator.text('connection.hidden')}</Notice>}
      {form !== undefined && (
        <form
          class="tl-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save(form);
          }}
        >
          <OrganizationFields form={form} onChange={change} />
          <ApplicationFields form={form} answer={data} onChange={change} />
          <div class="tl-buttons">
            <Button primary type="submit" loader={step === 'saving'} disabled={step === 'saving'}>
              {translator.text('connection.save')}
            </Button>
          </div>
          {step === 'unsaved' && <Notice tone="error">{translator.text('connection.unsaved')}</Notice>}
        </form>
      )}
      <h3>{translator.text('connection.verdict')}</h3>
      {loading !== 'done' && <Loading loading={loading} onRetry={reload} />}
      {data !== undefined && loading === 'done' && <ConnectionVerdict answer={data} />}
      <Button onClick={reload}>{translator.text('connection.again')}</Button>
    </section>
  );
}
