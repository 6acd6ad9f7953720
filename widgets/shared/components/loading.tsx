import type { ComponentChildren } from 'preact';
import type { Loading as LoadingState } from '../host/failure.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Waiting } from './waiting.tsx';

interface LoadingProps {
  readonly loading: LoadingState;
  /** What could not be loaded, as a sentence, where it could not. */
  readonly what?: string;
  /** Stands above the loader and the failure, where it does not stand there anyway. */
  readonly heading?: ComponentChildren;
  readonly onRetry: () => void;
}

/** What stands in the place of content that is not there yet. */
export function Loading({ loading, what, heading, onRetry }: LoadingProps) {
  if (loading === 'waiting') return <Waiting heading={heading} />;
  if (loading === 'done') return null;
  return (
    <>
      {heading}
      <FailureNotice what={what} failure={loading} onRetry={onRetry} />
    </>
  );
}
