import { Delayed } from '../components/delayed.tsx';
import { Loader } from '../components/loader.tsx';
import { Moment } from '../components/moment.tsx';
import type { SharedKey } from '../i18n/translation.ts';
import { useTranslator } from '../i18n/translation.ts';
import type { Row } from './row.ts';

interface RowStatusProps {
  readonly row: Row;
  readonly who: string;
}

/** Where a link comes from, or what is happening to it. */
export function RowStatus({ row: { added, step }, who }: RowStatusProps) {
  const translator = useTranslator();
  switch (step.name) {
    case 'saved':
      return added === undefined ? null : <Origin added={added} who={who} />;
    case 'adding':
      return <UnderWay message="row.adding" />;
    case 'removing':
      return <UnderWay message="row.removing" />;
    case 'removed':
      return <span class="tl-status">{translator.text('row.removed')}</span>;
    case 'removal-scheduled':
      return <span class="tl-status">{translator.text('row.scheduled')}</span>;
    default: {
      const what = translator.text(step.name === 'add-failed' ? 'row.addFailed' : 'row.removeFailed');
      return (
        <span class="tl-status tl-error">{`${what} ${translator.text(`failure.${step.failure.kind}`)}`}</span>
      );
    }
  }
}

function Origin({ added, who }: { readonly added: NonNullable<Row['added']>; readonly who: string }) {
  const translator = useTranslator();
  return (
    <span class="tl-status">
      <bdi>{who}</bdi>
      <Moment at={added.at} />
      <span>{translator.text(`row.from.${added.via}`)}</span>
    </span>
  );
}

function UnderWay({ message }: { readonly message: SharedKey }) {
  const translator = useTranslator();
  return (
    <span class="tl-status">
      <Delayed>
        <Loader>{translator.text(message)}</Loader>
      </Delayed>
    </span>
  );
}
