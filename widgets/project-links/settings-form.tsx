import { useState } from 'preact/hooks';
import type {
  ProjectSetting,
  ProjectSettingsAnswer,
  SettingName,
} from '../../src/pages/project-settings-answer.ts';
import { Button } from '../shared/components/button.tsx';
import { FailureNotice } from '../shared/components/failure-notice.tsx';
import { Notice } from '../shared/components/notice.tsx';
import type { Failure } from '../shared/host/failure.ts';
import type { ProjectApi } from './project-api.ts';
import { SettingSelect } from './setting-select.tsx';
import { toForm } from './settings-form-state.ts';
import { useProjectTranslator } from './translation.ts';

interface SettingsFormProps {
  readonly api: ProjectApi;
  readonly saved: readonly ProjectSetting[];
  readonly onSaved: (answer: ProjectSettingsAnswer) => void;
}

/** What the project says of itself. Folded away while it says nothing: most projects do not have to. */
export function SettingsForm({ api, saved, onSaved }: SettingsFormProps) {
  const translator = useProjectTranslator();
  const [form, setForm] = useState(() => toForm(saved));
  const [bad, setBad] = useState<readonly string[]>([]);
  const [step, setStep] = useState<'idle' | 'saving' | 'saved' | Failure>('idle');
  const [isOpen, setOpen] = useState(() => saved.some(({ own }) => own !== undefined));
  const isChanged = saved.some(({ name }) => form[name] !== toForm(saved)[name]);

  function change(name: SettingName, value: string): void {
    setForm({ ...form, [name]: value });
    setBad(bad.filter((field) => field !== name));
    setStep('idle');
  }
  function reset(): void {
    setForm(toForm(saved));
    setBad([]);
    setStep('idle');
  }
  async function save(): Promise<void> {
    if (step === 'saving') return;
    setStep('saving');
    const outcome = await api.saveSettings(form);
    if (!outcome.ok) {
      setBad(outcome.failure.fields);
      return setStep(outcome.failure);
    }
    onSaved(outcome.data);
    setForm(toForm(outcome.data.settings));
    setStep('saved');
  }

  return (
    <details class="tl-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{translator.text('project.change')}</summary>
      <form
        class="tl-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {saved.map((setting) => (
          <SettingSelect
            key={setting.name}
            setting={setting}
            value={form[setting.name]}
            isBad={bad.includes(setting.name)}
            onChange={(value) => change(setting.name, value)}
          />
        ))}
        <div class="tl-buttons">
          <Button primary type="submit" loader={step === 'saving'} disabled={!isChanged}>
            {translator.text('project.save')}
          </Button>
          <Button disabled={!isChanged || step === 'saving'} onClick={reset}>
            {translator.text('project.reset')}
          </Button>
        </div>
        {step === 'saved' && <Notice tone="success">{translator.text('project.saved')}</Notice>}
        {typeof step === 'object' && (
          <FailureNotice
            what={translator.text('project.notSaved')}
            failure={step}
            onRetry={() => void save()}
          />
        )}
      </form>
    </details>
  );
}
