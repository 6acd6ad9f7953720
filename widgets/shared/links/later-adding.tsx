import { useEffect, useState } from 'preact/hooks';
import type { Adding, AddingProps } from '../adding/adding.tsx';
import type { MentionSources } from '../adding/box-sources.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useTranslator } from '../i18n/translation.ts';

interface LaterAddingProps extends Omit<AddingProps, 'text'> {
  readonly sources: MentionSources;
}

/** What a text without any key or address has no trace of. */
const trace = /\p{L}\p{N}*[-‐‑]\d|https?:/u;

/** What has been fetched once is there for every panel of the page. */
let fetched: typeof Adding | undefined;

/** Fetches what adding takes; called when somebody comes near, it is there on the click. */
export async function fetchAdding(): Promise<typeof Adding> {
  fetched = (await import('../adding/adding.tsx')).Adding;
  return fetched;
}

/** What helps to add links, fetched when it is wanted: for the box, or because the object's own texts may mention something. */
export function LaterAdding(props: LaterAddingProps) {
  const { isOpen, sources } = props;
  const translator = useTranslator();
  const [Fetched, setFetched] = useState(() => fetched);
  const [hasFailed, setFailed] = useState(false);
  const [text, setText] = useState('');
  useEffect(() => {
    void sources.readTexts().then((read) => trace.test(read) && setText(read));
  }, [sources]);
  const isWanted = isOpen || text !== '';
  useEffect(() => {
    if (!isWanted || Fetched !== undefined) return;
    fetchAdding().then(
      (found) => setFetched(() => found),
      () => setFailed(true),
    );
  }, [isWanted]);
  if (Fetched !== undefined) return <Fetched {...props} text={text} />;
  if (!isOpen) return null;
  if (!hasFailed) return <Waiting />;
  return (
    <FailureNotice
      what={translator.text('box.notLoaded')}
      failure={{ kind: navigator.onLine ? 'unreachable' : 'offline', fields: [] }}
      onRetry={() => location.reload()}
    />
  );
}
