import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import type { Failure } from '../../shared/host/failure.ts';
import { useAdminTranslator } from '../translation.ts';
import { formatBackup, toBackup } from './backup-file.ts';
import { exportEverything } from './run-transfer.ts';
import type { TransferProps } from './transfer-props.ts';

type Step =
  | { readonly name: 'reading'; readonly done: number; readonly total: number }
  | { readonly name: 'ready'; readonly count: number; readonly text: string; readonly hasSettings: boolean }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Collects everything and offers it as a file. */
export function ExportBox({ api, settings, askFacts }: TransferProps) {
  const translator = useAdminTranslator();
  const [step, setStep] = useState<Step>();
  async function start(): Promise<void> {
    setStep({ name: 'reading', done: 0, total: 0 });
    const { projects } = await askFacts();
    // Where YouTrack does not show them, the file says nothing of settings, and the page says so.
    const stored = await settings.read().catch(() => undefined);
    const onProgress = (done: number, total: number) => setStep({ name: 'reading', done, total });
    const found = await exportEverything(
      api,
      projects.map(({ key }) => key),
      onProgress,
    );
    if ('kind' in found) return setStep({ name: 'failed', failure: found });
    const text = formatBackup(toBackup(found, stored, new Date()));
    setStep({ name: 'ready', count: found.length, text, hasSettings: stored !== undefined });
  }
  return (
    <>
      <h3>{translator.text('transfer.export')}</h3>
      <p>{translator.text('transfer.exportWhat')}</p>
      <Button
        disabled={step?.name === 'reading'}
        loader={step?.name === 'reading'}
        onClick={() => void start()}
      >
        {translator.text('transfer.exportAll')}
      </Button>
      {step?.name === 'reading' && (
        <p role="status">{translator.text('transfer.reading', { done: step.done, count: step.total })}</p>
      )}
      {step?.name === 'failed' && <FailureNotice failure={step.failure} onRetry={() => void start()} />}
      {step?.name === 'ready' && (
        <Notice tone="success">
          {translator.text('transfer.ready', { count: step.count })} <Download text={step.text} />{' '}
          {!step.hasSettings && translator.text('transfer.noSettings')}
        </Notice>
      )}
    </>
  );
}

function Download({ text }: { readonly text: string }) {
  const translator = useAdminTranslator();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  const name = `tracker-links-backup-${new Date().toISOString().slice(0, 10)}.json`;
  if (address === undefined) return null;
  return (
    <a class="ring-link-link" href={address} download={name}>
      {translator.text('export.download', { name })}
    </a>
  );
}
