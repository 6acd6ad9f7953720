import type { Loading as LoadingState } from '../host/failure.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Waiting } from './waiting.tsx';

interface LoadingProps {
  readonly loading: LoadingState;
  readonly onRetry: () => void;
}

/** What stands in the place of content that is not there yet. */
export function Loading({ loading, onRetry }: LoadingProps) {
  if (loading === 'waiting') return <Waiting />;
  if (loading === 'done') return null;
  return <FailureNotice failure={loading} onRetry={onRetry} />;
}
