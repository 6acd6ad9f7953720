import { useState } from 'preact/hooks';
import type { IdentityAnswer, IdentityView } from '../../src/pages/identity-answer.ts';
import { Button } from '../shared/components/button.tsx';
import { FailureNotice } from '../shared/components/failure-notice.tsx';
import { Notice } from '../shared/components/notice.tsx';
import type { Failure } from '../shared/host/failure.ts';
import {
  type IdentityForm as Form,
  findBadFields,
  type IdentityField,
  identityFields,
} from './check-identity.ts';
import type { IdentityApi } from './identity-api.ts';
import { IdentityInput } from './identity-input.tsx';
import { useIdentityTranslator } from './translation.ts';

interface IdentityFormProps {
  readonly api: IdentityApi;
  readonly saved: IdentityAnswer;
  /** Whether it is the reader's own. */
  readonly isMine: boolean;
  readonly onSaved: (answer: IdentityAnswer) => void;
}

/** The three names by which Tracker may know a person, checked before and after they are sent. */
export function IdentityForm({ api, saved, isMine, onSaved }: IdentityFormProps) {
  const translator = useIdentityTranslator();
  const [form, setForm] = useState(() => toForm(saved.identity));
  const [bad, setBad] = useState<readonly string[]>([]);
  const [step, setStep] = useState<'idle' | 'saving' | 'saved' | Failure>('idle');
  const isChanged = identityFields.some((field) => form[field] !== toForm(saved.identity)[field]);

  function change(field: IdentityField, value: string): void {
    setForm({ ...form, [field]: value });
    setBad(bad.filter((name) => name !== field));
    setStep('idle');
  }
  async function save(): Promise<void> {
    const refused = findBadFields(form);
    setBad(refused);
    if (refused.length > 0 || step === 'saving') return;
    setStep('saving');
    const outcome = await api.save(form);
    if (!outcome.ok) {
      setBad(outcome.failure.fields);
      return setStep(outcome.failure);
    }
    onSaved(outcome.data);
    setForm(toForm(outcome.data.identity));
    setStep('saved');
  }

  return (
    <form
      class="tl-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {identityFields.map((field) => (
        <IdentityInput
          key={field}
          field={field}
          value={form[field]}
          isBad={bad.includes(field)}
          isMine={isMine}
          onChange={(value) => change(field, value)}
        />
      ))}
      <div class="tl-buttons">
        <Button primary type="submit" loader={step === 'saving'} disabled={!isChanged}>
          {translator.text('identity.save')}
        </Button>
        <Button disabled={!isChanged} onClick={() => setForm(toForm(saved.identity))}>
          {translator.text('identity.reset')}
        </Button>
      </div>
      {step === 'saved' && <Notice tone="success">{translator.text('identity.saved')}</Notice>}
      {typeof step === 'object' && (
        <FailureNotice
          what={translator.text('identity.notSaved')}
          failure={step}
          onRetry={() => void save()}
        />
      )}
      {saved.isShared && (
        <Notice tone="warning">
          {saved.sharedWith.length === 0
            ? translator.text('identity.taken')
            : translator.text(isMine ? 'identity.shared' : 'identity.sharedOf', {
                count: saved.sharedWith.length,
                names: translator.list(saved.sharedWith),
              })}
        </Notice>
      )}
    </form>
  );
}

function toForm({ login = '', trackerUid = '', passportUid = '' }: IdentityView): Form {
  return { login, trackerUid, passportUid };
}
