import type { Language } from '../language.ts';
import { type CallFailure, describeFailure } from '../outgoing/call-failure.ts';

/** The failure in the reader's language, without a full stop; an application's own reason stays as it came. */
export function explainFailure(failure: CallFailure, language: Language): string {
  if (language === 'en') return describeFailure(failure);
  if (failure.kind === 'late') return `нет ответа за ${failure.limitMs / 1000} с`;
  if (failure.kind === 'unreachable') return `нет соединения: ${failure.reason}`;
  return `ответ ${failure.status}${failure.reason === undefined ? '' : `: ${failure.reason}`}`;
}
