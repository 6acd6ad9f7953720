import { useEffect, useMemo, useState } from 'preact/hooks';
import { toQueueKey } from '../../../src/protocol/tracker-issue-key.ts';
import type { KnownNames } from '../pasting/paste.ts';

interface Names {
  readonly known: KnownNames;
  /** Whether the server has answered. */
  readonly isRead: boolean;
}

const nothing: KnownNames = { queues: new Set(), projects: new Set() };

/** What is known of queues and projects; the queues of the links that are here are known from the start. */
export function useNames(readNames: () => Promise<KnownNames>, linked: ReadonlySet<string>): Names {
  const [read, setRead] = useState<KnownNames>();
  useEffect(() => void readNames().then(setRead), [readNames]);
  return useMemo(() => {
    const { queues, projects } = read ?? nothing;
    const here = [...linked].map(toQueueKey);
    return { known: { queues: new Set([...queues, ...here]), projects }, isRead: read !== undefined };
  }, [read, linked]);
}
