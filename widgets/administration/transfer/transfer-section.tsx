import { useAdminTranslator } from '../translation.ts';
import { ExportBox } from './export-box.tsx';
import { ImportBox } from './import-box.tsx';
import type { TransferProps } from './transfer-props.ts';

/** Everything that the app stores, out of YouTrack and into it, as one file. */
export function TransferSection({ api, settings, askFacts }: TransferProps) {
  const translator = useAdminTranslator();
  return (
    <section aria-labelledby="tl-transfer-title">
      <h2 id="tl-transfer-title">{translator.text('transfer.title')}</h2>
      <p>{translator.text('transfer.why')}</p>
      <ExportBox api={api} settings={settings} askFacts={askFacts} />
      <ImportBox api={api} settings={settings} askFacts={askFacts} />
    </section>
  );
}
