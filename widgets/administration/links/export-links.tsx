import { useEffect, useState } from 'preact/hooks';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import type { Failure } from '../../shared/host/failure.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { AdminApi } from '../admin-api.ts';
import { copyText } from '../registration/copy-text.ts';
import { useAdminTranslator } from '../translation.ts';
import type { LinksQuery } from './links-query.ts';
import { readEveryPage } from './read-every-page.ts';
import { toCsv, toSheet } from './to-csv.ts';

type Format = 'csv' | 'json';

/** What the file holds, and what goes on the clipboard instead. */
interface Texts {
  readonly file: string;
  readonly clipboard: string;
}

type Step = { readonly format: Format } & (
  | { readonly name: 'reading' }
  | { readonly name: 'ready'; readonly count: number; readonly texts: Texts }
  | { readonly name: 'failed'; readonly failure: Failure }
);

interface ExportLinksProps {
  readonly api: AdminApi;
  readonly query: LinksQuery;
}

/** All the links that the filters let through, as a file or on the clipboard. */
export function ExportLinks({ api, query }: ExportLinksProps) {
  const translator = useAdminTranslator();
  const [step, setStep] = useState<Step>();
  async function read(format: Format): Promise<void> {
    setStep({ name: 'reading', format });
    const links = await readEveryPage({ api, query, now: new Date() });
    setStep(
      'kind' in links
        ? { name: 'failed', format, failure: links }
        : { name: 'ready', format, count: links.length, texts: toTexts(links, format, translator.language) },
    );
  }
  const formats = ['csv', 'json'] as const;
  return (
    <div class="tl-export">
      <div class="tl-buttons">
        {formats.map((format) => (
          <Button
            key={format}
            disabled={step?.name === 'reading'}
            loader={step?.name === 'reading' && step.format === format}
            onClick={() => void read(format)}
          >
            {translator.text(`export.${format}`)}
          </Button>
        ))}
      </div>
      {step?.name === 'failed' && (
        <FailureNotice failure={step.failure} onRetry={() => void read(step.format)} />
      )}
      {step?.name === 'ready' && <Ready {...step} />}
    </div>
  );
}

function toTexts(links: readonly AllLinksRow[], format: Format, language: Language): Texts {
  if (format === 'csv') return { file: toCsv(links, language), clipboard: toSheet(links) };
  const json = `${JSON.stringify(links, undefined, 2)}\n`;
  return { file: json, clipboard: json };
}

interface ReadyProps {
  readonly format: Format;
  readonly count: number;
  readonly texts: Texts;
}

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

function Ready({ format, count, texts }: ReadyProps) {
  const translator = useAdminTranslator();
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([texts.file], { type: types[format] }));
    setAddress(url);
    setCopied(undefined);
    return () => URL.revokeObjectURL(url);
  }, [texts, format]);
  return (
    <Notice tone="success">
      <span>{translator.text('export.ready', { count })}</span>{' '}
      {address !== undefined && (
        <a class="ring-link-link" href={address} download={`tracker-links.${format}`}>
          {translator.text('export.download', { name: `tracker-links.${format}` })}
        </a>
      )}{' '}
      <Button inline onClick={async () => setCopied(await copyText(texts.clipboard, null))}>
        {translator.text(`export.copy.${format}`)}
      </Button>{' '}
      {copied === true && translator.text('copied')}
      {copied === false && translator.text('export.cannotCopy')}
    </Notice>
  );
}
