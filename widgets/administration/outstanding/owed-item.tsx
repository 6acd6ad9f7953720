import { useState } from 'preact/hooks';
import type { OwedView } from '../../../src/mirroring/owed-answer.ts';
import { Button } from '../../shared/components/button.tsx';
import { Moment } from '../../shared/components/moment.tsx';
import { TrackerLink } from '../../shared/components/tracker-link.tsx';
import { useProblemText } from '../../shared/links/use-problem-text.ts';
import { EntityLink } from '../../shared/lists/entity-link.tsx';
import { type AdminTranslator, useAdminTranslator } from '../translation.ts';

interface OwedItemProps {
  readonly owed: OwedView;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

/** One change that Tracker has not been told yet: why, when it is tried next, and the two ways out. */
export function OwedItem({ owed, onRetry, onDrop }: OwedItemProps) {
  const translator = useAdminTranslator();
  const [isAsking, setAsking] = useState(false);
  const reason = useProblemText(owed.problem);
  const keys = { keys: `${owed.key}, ${owed.issueKey}` };
  return (
    <li class="tl-unreadable">
      <div class="tl-owed-what">
        <span>
          {translator.text(`outstanding.${owed.wish}`)}: <OwedObject owed={owed} />
          {' – '}
          <TrackerLink issueKey={owed.issueKey} url={owed.url} />
        </span>
        <span class="tl-buttons">
          <Button inline onClick={onRetry} aria-label={translator.text('outstanding.retryKeys', keys)}>
            {translator.text('retry')}
          </Button>
          <Button
            inline
            onClick={() => setAsking(true)}
            aria-label={translator.text('outstanding.dropKeys', keys)}
          >
            {translator.text('outstanding.drop')}
          </Button>
        </span>
      </div>
      {reason !== undefined && <p class={owed.state === 'failed' ? 'tl-error' : undefined}>{reason}</p>}
      {owed.problem?.said !== undefined && (
        <p>
          {translator.text('outstanding.said')} <bdi>{owed.problem.said}</bdi>
        </p>
      )}
      <p class="tl-note">
        {owed.since !== undefined && (
          <>
            {translator.text('outstanding.since')} <Moment at={new Date(owed.since)} />.{' '}
          </>
        )}
        {owed.attempts > 0 && `${translator.text('outstanding.attempts', { count: owed.attempts })} `}
        {toNext(translator, owed)}
      </p>
      {isAsking && <DropQuestion onDrop={onDrop} onKeep={() => setAsking(false)} />}
    </li>
  );
}

function OwedObject({ owed: { kind, key, isRemoved, entityUrl } }: { readonly owed: OwedView }) {
  const translator = useAdminTranslator();
  return (
    <>
      <span class="tl-kind">{translator.text(`kind.${kind}`)}</span>{' '}
      {entityUrl === undefined ? key : <EntityLink url={entityUrl} entityKey={key} />}
      {isRemoved && ` (${translator.text('outstanding.removed')})`}
    </>
  );
}

function toNext(translator: AdminTranslator, { state, nextAt }: OwedView): string {
  if (state === 'failed' || nextAt === undefined) return translator.text('outstanding.rests');
  const now = new Date();
  const at = new Date(nextAt);
  if (at <= now) return translator.text('mirror.soon');
  return translator.text('mirror.next', { when: translator.ago(at, now) });
}

interface DropQuestionProps {
  readonly onDrop: () => void;
  readonly onKeep: () => void;
}

function DropQuestion({ onDrop, onKeep }: DropQuestionProps) {
  const translator = useAdminTranslator();
  return (
    <div class="tl-buttons">
      <span>{translator.text('outstanding.dropAsk')}</span>
      <Button danger inline onClick={onDrop}>
        {translator.text('outstanding.dropYes')}
      </Button>
      <Button inline onClick={onKeep}>
        {translator.text('outstanding.keep')}
      </Button>
    </div>
  );
}
