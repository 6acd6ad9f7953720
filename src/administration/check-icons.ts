import type { Settings } from '../ports/youtrack.ts';
import type { StatusCheck } from './status-answer.ts';

/** Whether Tracker's pages, which are served over HTTPS, can show the icons that are set. */
export function checkIcons({
  resolvedIconUrl,
  unresolvedIconUrl,
}: Pick<Settings, 'resolvedIconUrl' | 'unresolvedIconUrl'>): StatusCheck {
  const urls = [resolvedIconUrl, unresolvedIconUrl].filter((url) => url !== undefined);
  if (urls.some((url) => !/^(?:https?|data):/i.test(url))) {
    return { id: 'icons', state: 'warning', reason: 'relative' };
  }
  if (urls.some((url) => /^http:/i.test(url))) return { id: 'icons', state: 'warning', reason: 'insecure' };
  return { id: 'icons', state: 'ok' };
}
