import { useEffect, useState } from 'preact/hooks';
import type { UnreadableEntity } from '../../../src/administration/audit-answer.ts';
import { Button } from '../../shared/components/button.tsx';
import type { Failure } from '../../shared/host/failure.ts';
import { EntityLink } from '../../shared/lists/entity-link.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import { ForgetForm } from './forget-form.tsx';

interface UnreadableItemProps {
  readonly entity: UnreadableEntity;
  readonly api: AdminApi;
  readonly onForgotten: () => void;
}

/** An object whose stored links cannot be read: how they begin, the whole of them, and the two ways out. */
export function UnreadableItem({ entity, api, onForgotten }: UnreadableItemProps) {
  const translator = useAdminTranslator();
  const { kind, key, summary, entityUrl, reason, version = 0, characters, beginning } = entity;
  const [value, setValue] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  async function showAll(): Promise<void> {
    const outcome = await api.auditOne({ kind, key });
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (outcome.ok) setValue(outcome.data.entities.find((one) => one.kind === kind)?.value ?? beginning);
  }
  async function forget(): Promise<void> {
    const outcome = await api.forget({ kind, key });
    setFailure(outcome.ok ? undefined : outcome.failure);
    if (outcome.ok) onForgotten();
  }
  const isWhole = characters <= beginning.length;
  const whole = value ?? (isWhole ? beginning : undefined);
  return (
    <li class="tl-unreadable">
      <div>
        {translator.text(`kind.${kind}`)} <EntityLink url={entityUrl} entityKey={key} /> <bdi>{summary}</bdi>
      </div>
      <p>
        {translator.text(`audit.${reason}`, { version })}{' '}
        {translator.text(whole === undefined ? 'audit.length' : 'audit.whole', { count: characters })}
      </p>
      <pre class="tl-beginning">{whole ?? beginning}</pre>
      <div class="tl-buttons tl-audit-ways">
        {whole === undefined && (
          <Button
            inline
            onClick={() => void showAll()}
            aria-label={translator.text('audit.showKey', { key })}
          >
            {translator.text('audit.show')}
          </Button>
        )}
        {whole !== undefined && <DownloadValue name={`${key}.txt`} value={whole} />}
        {!isAsking && (
          <Button
            inline
            onClick={() => setAsking(true)}
            aria-label={translator.text('audit.forgetKey', { key })}
          >
            {translator.text('audit.forget')}
          </Button>
        )}
      </div>
      {isAsking && (
        <ForgetForm entityKey={key} onForget={() => void forget()} onKeep={() => setAsking(false)} />
      )}
      {failure !== undefined && (
        <p role="alert" class="tl-error">
          {translator.text(`failure.${failure.kind}`)}
        </p>
      )}
    </li>
  );
}

function DownloadValue({ name, value }: { readonly name: string; readonly value: string }) {
  const translator = useAdminTranslator();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([value], { type: 'text/plain;charset=utf-8' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [value]);
  if (address === undefined) return null;
  return (
    <a class="ring-link-link" href={address} download={name}>
      {translator.text('export.download', { name })}
    </a>
  );
}
