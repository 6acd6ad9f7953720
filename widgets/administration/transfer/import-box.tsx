import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import type { Failure } from '../../shared/host/failure.ts';
import type { AppSettings } from '../connection/app-settings.ts';
import { useAdminTranslator } from '../translation.ts';
import type { ProjectName } from '../youtrack-facts.ts';
import { type BackupFile, type BackupProblem, parseBackup } from './backup-file.ts';
import { ImportPlan } from './import-plan.tsx';
import type { ImportSummary } from './import-summary.ts';
import type { Renames } from './rename-keys.ts';
import { importEverything } from './run-transfer.ts';
import { SettingsChoice } from './settings-choice.tsx';
import type { TransferProps } from './transfer-props.ts';

type Step =
  | { readonly name: 'unread'; readonly problem: BackupProblem }
  | { readonly name: 'working'; readonly dryRun: boolean; readonly done: number; readonly total: number }
  | { readonly name: 'planned'; readonly summary: ImportSummary }
  | { readonly name: 'done'; readonly summary: ImportSummary; readonly areSettingsLeft: boolean }
  | { readonly name: 'failed'; readonly dryRun: boolean; readonly failure: Failure };

/** Takes a file in: first only compared, and only then, if that is wanted, joined with what is here. */
export function ImportBox({ api, settings, askFacts }: TransferProps) {
  const translator = useAdminTranslator();
  const [file, setFile] = useState<BackupFile>();
  const [step, setStep] = useState<Step>();
  const [renames, setRenames] = useState<Renames>({});
  const [projects, setProjects] = useState<readonly ProjectName[]>([]);
  const [given, setGiven] = useState<AppSettings>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => void askFacts().then((facts) => setProjects(facts.projects)), [askFacts]);
  async function choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const read = parseBackup(await chosen.text());
    setFile(typeof read === 'string' ? undefined : read);
    setRenames({});
    setGiven(undefined);
    if (typeof read === 'string') setStep({ name: 'unread', problem: read });
    else await work(read, { dryRun: true, renames: {} });
  }
  async function work(
    { objects }: BackupFile,
    how: { readonly dryRun: boolean; readonly renames: Renames },
  ): Promise<void> {
    const onProgress = (done: number, total: number) =>
      setStep({ name: 'working', dryRun: how.dryRun, done, total });
    onProgress(0, 1);
    const summary = await importEverything(api, { objects, ...how, onProgress });
    if ('kind' in summary) return setStep({ name: 'failed', dryRun: how.dryRun, failure: summary });
    if (how.dryRun) return setStep({ name: 'planned', summary });
    const areSettingsLeft = given !== undefined && !(await save(given));
    setStep({ name: 'done', summary, areSettingsLeft });
  }
  /** @returns whether YouTrack has saved them */
  function save(changes: AppSettings): Promise<boolean> {
    return settings.write(changes).then(
      () => true,
      () => false,
    );
  }
  function rename(former: string, current: string): void {
    const changed = { ...renames, [former]: current };
    setRenames(changed);
    if (file !== undefined) void work(file, { dryRun: true, renames: changed });
  }
  return (
    <>
      <h3>{translator.text('transfer.import')}</h3>
      <p>{translator.text('transfer.importWhat')}</p>
      <input
        ref={input}
        class="tl-file"
        type="file"
        accept=".json,application/json"
        aria-label={translator.text('transfer.file')}
        disabled={step?.name === 'working'}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      {step?.name === 'unread' && (
        <Notice tone="error">{translator.text(`transfer.problem.${step.problem}`)}</Notice>
      )}
      {step?.name === 'working' && (
        <p role="status">
          {translator.text(step.dryRun ? 'transfer.comparing' : 'transfer.importing', {
            done: step.done,
            count: step.total,
          })}
        </p>
      )}
      {step?.name === 'failed' && step.failure.kind === 'malformed' && (
        <Notice tone="error">
          {translator.text('transfer.problem.damaged')} {step.failure.fields.join(', ')}
        </Notice>
      )}
      {step?.name === 'failed' && step.failure.kind !== 'malformed' && (
        <FailureNotice
          failure={step.failure}
          onRetry={() => file && void work(file, { dryRun: step.dryRun, renames })}
        />
      )}
      {(step?.name === 'planned' || step?.name === 'done') && file !== undefined && (
        <ImportPlan
          summary={step.summary}
          isDone={step.name === 'done'}
          renames={renames}
          projects={projects}
          onRename={rename}
        />
      )}
      {step?.name === 'done' && step.areSettingsLeft && (
        <Notice tone="error">{translator.text('connection.unsaved')}</Notice>
      )}
      {step?.name === 'planned' && file !== undefined && (
        <>
          {file.settings !== undefined && (
            <SettingsChoice store={settings} given={file.settings} onChange={setGiven} />
          )}
          <div class="tl-buttons tl-apply">
            <Button
              primary
              disabled={step.summary.changed === 0 && given === undefined}
              onClick={() => void work(file, { dryRun: false, renames })}
            >
              {translator.text('transfer.importNow')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
