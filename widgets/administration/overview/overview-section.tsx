import { useCallback } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { LastCalls } from '../checks/last-calls.tsx';
import type { LetterTools } from '../checks/try-letter.ts';
import type { SettingsStore } from '../connection/app-settings.ts';
import type { Tab } from '../tabs.ts';
import { useAdminTranslator } from '../translation.ts';
import type { AttachApp } from './attach-app.ts';
import { judgeSteps } from './judge-steps.ts';
import { readOverview } from './read-overview.ts';
import { StepAction } from './step-action.tsx';
import { StepLine } from './step-line.tsx';

interface OverviewSectionProps {
  readonly tools: LetterTools;
  readonly settings: SettingsStore;
  readonly attach: AttachApp;
  readonly onTab: (tab: Tab) => void;
}

/** The way from uploaded to working, one step after another, each with its state and the one thing to do next. */
export function OverviewSection({ tools, settings, attach, onTab }: OverviewSectionProps) {
  const { text } = useAdminTranslator();
  const ask = useCallback(() => readOverview(tools, settings), [tools, settings]);
  const { loading, data, reload } = useAnswer(ask);
  const steps = data === undefined ? [] : judgeSteps(data);
  const isWorking = steps.some(({ id, state }) => id === 'called' && state === 'done');
  return (
    <section aria-labelledby="tl-overview-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-overview-title">{text('overview.title')}</h2>
      <p>{text('overview.why')}</p>
      {data === undefined || typeof loading === 'object' ? (
        <Loading loading={loading} onRetry={reload} />
      ) : (
        <>
          {isWorking && <Notice tone="success">{text('overview.works')}</Notice>}
          <ol class="tl-way">
            {steps.map((step) => (
              <StepLine key={step.id} step={step}>
                <StepAction
                  step={step}
                  sentOn={data.status.letterSentOn}
                  api={tools.api}
                  settings={settings}
                  attach={attach}
                  onTab={onTab}
                  onDone={reload}
                />
                {step.id === 'called' && data.status.calls.length > 0 && (
                  <LastCalls calls={data.status.calls} />
                )}
              </StepLine>
            ))}
          </ol>
          <Button onClick={reload} loader={loading === 'waiting'}>
            {text('checks.again')}
          </Button>
          <p class="tl-note">{text('checks.version', { version: data.status.app.version })}</p>
        </>
      )}
    </section>
  );
}
