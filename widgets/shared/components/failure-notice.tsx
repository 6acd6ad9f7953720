import Button from '@jetbrains/ring-ui-built/components/button/button';
import { type Failure, mayHelpToRepeat } from '../host/failure.ts';
import { useTranslator } from '../i18n/translation.ts';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Says what went wrong and what to do, with the button that does it. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const translator = useTranslator();
  return (
    <Notice tone="error">
      <span>{translator.text(`failure.${failure.kind}`)}</span>{' '}
      {mayHelpToRepeat(failure) && (
        <Button inline onClick={onRetry}>
          {translator.text('retry')}
        </Button>
      )}
    </Notice>
  );
}
