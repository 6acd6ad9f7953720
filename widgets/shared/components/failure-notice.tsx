import { type Failure, mayHelpToRepeat } from '../host/failure.ts';
import { useTranslator } from '../i18n/translation.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  /** What did not work, as a sentence. */
  readonly what?: string | undefined;
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Says what did not work, why and what to do, with the button that does it. */
export function FailureNotice({ what, failure, onRetry }: FailureNoticeProps) {
  const translator = useTranslator();
  return (
    <Notice tone="error">
      {what !== undefined && <strong>{what} </strong>}
      <span>{translator.text(`failure.${failure.kind}`)}</span>{' '}
      {mayHelpToRepeat(failure) && (
        <Button inline onClick={onRetry}>
          {translator.text('retry')}
        </Button>
      )}
    </Notice>
  );
}
