import type { StatusAnswer } from '../../../src/checks/status-answer.ts';
import type { Outcome } from '../../shared/host/failure.ts';
import { type LetterTools, type LetterTrials, tryLetter } from '../checks/try-letter.ts';
import type { AppSettings, SettingsStore } from '../connection/app-settings.ts';

/** Everything the way from uploaded to working is judged by. */
export interface Overview {
  readonly status: StatusAnswer;
  readonly letter: LetterTrials;
  /** Undefined where YouTrack does not let the administrator read them. */
  readonly settings: AppSettings | undefined;
}

export async function readOverview(
  tools: LetterTools,
  store: Pick<SettingsStore, 'read'>,
): Promise<Outcome<Overview>> {
  const [status, settings] = await Promise.all([tools.api.status(), store.read().catch(() => undefined)]);
  if (!status.ok) return status;
  const letter = await tryLetter(tools, status.data);
  if (!letter.ok) return letter;
  return { ok: true, data: { status: status.data, letter: letter.data, settings } };
}
