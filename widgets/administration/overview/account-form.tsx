import { useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { Field } from '../../shared/components/field.tsx';
import type { SettingsStore } from '../connection/app-settings.ts';
import { useAdminTranslator } from '../translation.ts';

interface AccountFormProps {
  readonly settings: SettingsStore;
  readonly onDone: () => void;
}

/** Says which account is Tracker's, in the app's own settings. */
export function AccountForm({ settings, onDone }: AccountFormProps) {
  const { text } = useAdminTranslator();
  const [login, setLogin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const isSaved = await settings.write({ serviceAccount: login.trim() }).then(
      () => true,
      () => false,
    );
    setBusy(false);
    setRefused(!isSaved);
    if (isSaved) onDone();
  }
  return (
    <form class="tl-step-form" onSubmit={save}>
      <Field
        id="tl-overview-account"
        label={text('overview.account.login')}
        error={isRefused ? text('overview.account.refused') : undefined}
        value={login}
        onChange={setLogin}
      />
      <Button type="submit" disabled={login.trim() === ''} loader={isBusy}>
        {text('overview.save')}
      </Button>
    </form>
  );
}
