import { useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import type { Failure } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';

interface LetterFormProps {
  readonly sentOn: string | undefined;
  readonly api: AdminApi;
  readonly onDone: () => void;
}

/** The day on which the letter was sent, for whoever opens the page next. */
export function LetterForm({ sentOn, api, onDone }: LetterFormProps) {
  const { text } = useAdminTranslator();
  const [day, setDay] = useState(sentOn ?? '');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  async function save(): Promise<void> {
    setBusy(true);
    const outcome = await api.dateLetter(day === '' ? undefined : day);
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (outcome.ok) onDone();
  }
  return (
    <form
      class="tl-step-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="ring-input-outerContainer ring-input-heightM">
        <label for="tl-overview-sent" class="ring-control-label-label ring-control-label-secondaryLabel">
          {text('overview.letter.day')}
        </label>
        <input
          id="tl-overview-sent"
          class="ring-input-input"
          type="date"
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      <Button type="submit" disabled={day === (sentOn ?? '')} loader={isBusy}>
        {text('overview.save')}
      </Button>
      {failure && <FailureNotice failure={failure} onRetry={() => void save()} />}
    </form>
  );
}
