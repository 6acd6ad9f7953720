import { useEffect, useState } from 'preact/hooks';
import type { Adding, AddingProps } from '../adding/adding.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useTranslator } from '../i18n/translation.ts';

/** What has been fetched once is there for every panel of the page. */
let fetched: typeof Adding | undefined;

/** Fetches what adding takes as soon as the rows are drawn, and says so where it is wanted and cannot be had. */
export function LaterAdding(props: AddingProps) {
  const translator = useTranslator();
  const [Fetched, setFetched] = useState(() => fetched);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (Fetched !== undefined) return;
    import('../adding/adding.tsx').then(
      (room) => {
        fetched = room.Adding;
        setFetched(() => room.Adding);
      },
      () => setFailed(true),
    );
  }, []);
  if (Fetched !== undefined) return <Fetched {...props} />;
  if (!props.isOpen) return null;
  if (!hasFailed) return <Waiting />;
  return (
    <FailureNotice
      what={translator.text('box.notLoaded')}
      failure={{ kind: navigator.onLine ? 'unreachable' : 'offline', fields: [] }}
      onRetry={() => location.reload()}
    />
  );
}
