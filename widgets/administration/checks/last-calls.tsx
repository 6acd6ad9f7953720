import type { LastCall } from '../../../src/checks/status-answer.ts';
import { Moment } from '../../shared/components/moment.tsx';
import { useAdminTranslator } from '../translation.ts';

/** When Tracker's account last called, for each kind of objects: the time, the address, and the answer. */
export function LastCalls({ calls }: { readonly calls: readonly LastCall[] }) {
  const { text } = useAdminTranslator();
  if (calls.length === 0) return <p class="tl-note">{text('calls.none')}</p>;
  return (
    <dl class="tl-facts tl-calls">
      {calls.map(({ kind, at, address, status }) => (
        <div key={kind} class="tl-fact" data-call={kind}>
          <dt>
            {text(`calls.${kind}`)}: <Moment at={new Date(at)} />
          </dt>
          <dd>
            <code>{address}</code> · {status}
          </dd>
        </div>
      ))}
    </dl>
  );
}
