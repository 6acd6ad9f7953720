import type { WidgetHost } from '../../shared/host/youtrack-app.ts';
import { idle, type RunState } from './run-state.ts';

/** Keeps a comparison in the browser, for when the page is left. */
export interface RunMemory {
  read(): Promise<RunState | undefined>;
  write(state: RunState): void;
}

const name = 'reconcile';
const version = 1;

/** Apps have a megabyte; a comparison that finds more than this is looked at again instead. */
const mostCharacters = 300_000;

/** In YouTrack's storage for apps (since 2026.2). Where the host has none, or refuses, nothing is kept: looking again costs minutes. */
export function createRunMemory({ storage }: Pick<WidgetHost, 'storage'>): RunMemory {
  const going = async <T>(work: () => Promise<T> | undefined): Promise<T | undefined> =>
    await Promise.resolve()
      .then(work)
      .catch(() => undefined);
  return {
    async read() {
      const text = await going(() => storage?.getItem(name));
      return text ? toState(text) : undefined;
    },
    write(state) {
      const text = JSON.stringify({ v: version, state });
      const isWorthIt = state.phase !== 'idle' && text.length <= mostCharacters;
      void going(() => (isWorthIt ? storage?.setItem(name, text) : storage?.removeItem(name)));
    },
  };
}

/** What was under way when the page was left is stopped now. */
function toState(text: string): RunState | undefined {
  const kept = JSON.parse(text) as { readonly v?: number; readonly state?: RunState };
  if (kept.v !== version || kept.state === undefined) return undefined;
  const { state } = kept;
  const rows = state.rows.map((row) => (row.step === 'applying' ? { ...row, step: 'found' as const } : row));
  const isAtRest = state.phase === 'looked' || state.after === undefined;
  return { ...idle, ...state, rows, phase: isAtRest && state.looked >= state.total ? 'looked' : 'stopped' };
}
