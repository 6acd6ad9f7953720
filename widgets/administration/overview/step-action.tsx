import { Button } from '../../shared/components/button.tsx';
import type { AdminApi } from '../admin-api.ts';
import type { SettingsStore } from '../connection/app-settings.ts';
import type { Tab } from '../tabs.ts';
import { useAdminTranslator } from '../translation.ts';
import { AccountForm } from './account-form.tsx';
import type { AttachApp } from './attach-app.ts';
import { AttachButton } from './attach-button.tsx';
import type { Step } from './judge-steps.ts';
import { LetterForm } from './letter-form.tsx';

interface StepActionProps {
  readonly step: Step;
  readonly sentOn: string | undefined;
  readonly api: AdminApi;
  readonly settings: SettingsStore;
  readonly attach: AttachApp;
  readonly onTab: (tab: Tab) => void;
  /** Something was changed: all is to be looked at again. */
  readonly onDone: () => void;
}

/** Where a step is done that has a tab of its own. */
const tabs = { connection: 'connection', letter: 'registration', called: 'checks' } as const;

/** The one thing to do about a step. */
export function StepAction({ step, sentOn, api, settings, attach, onTab, onDone }: StepActionProps) {
  const { text } = useAdminTranslator();
  const { id, state, projects = [] } = step;
  if (id === 'attached' && projects.length > 0)
    return <AttachButton projects={projects} attach={attach} onDone={onDone} />;
  if (id === 'account' && state !== 'done') return <AccountForm settings={settings} onDone={onDone} />;
  const tab = id === 'connection' || id === 'letter' || id === 'called' ? tabs[id] : undefined;
  const isNeeded = tab !== undefined && (state !== 'done' || id === 'called');
  return (
    <>
      {isNeeded && (
        <Button inline onClick={() => onTab(tab)}>
          {text(`overview.open.${tab}`)}
        </Button>
      )}
      {id === 'letter' && <LetterForm sentOn={sentOn} api={api} onDone={onDone} />}
    </>
  );
}
