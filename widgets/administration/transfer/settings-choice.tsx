import { useEffect, useState } from 'preact/hooks';
import type { AppSettings, SettingsStore } from '../connection/app-settings.ts';
import { useAdminTranslator } from '../translation.ts';

interface SettingsChoiceProps {
  readonly store: SettingsStore;
  /** What the file has. */
  readonly given: AppSettings;
  /** With what is to be set; undefined where all stays as it is. */
  readonly onChange: (settings: AppSettings | undefined) => void;
}

/** Whether the app's settings of the file are taken as well, where they differ. */
export function SettingsChoice({ store, given, onChange }: SettingsChoiceProps) {
  const translator = useAdminTranslator();
  const [here, setHere] = useState<AppSettings>();
  // Where YouTrack does not show the settings, there is nothing to compare with, and nothing is offered.
  useEffect(() => void store.read().then(setHere, () => undefined), [store]);
  if (here === undefined) return null;
  const differing = Object.entries(given).filter(([name, value]) => here[name] !== value);
  if (differing.length === 0) return null;
  const names = translator.list(differing.map(([name]) => name));
  return (
    <p>
      <label>
        <input
          type="checkbox"
          onChange={(event) =>
            onChange(event.currentTarget.checked ? Object.fromEntries(differing) : undefined)
          }
        />{' '}
        {translator.text('transfer.settings', { names })}
      </label>
    </p>
  );
}
