import type { Settings } from '../ports/youtrack.ts';
import { isSecureAddress } from '../protocol/secure-address.ts';
import type { StatusCheck } from './status-answer.ts';

/** Whether Tracker is told of the icons that are set: of those with a secure address alone. */
export function checkIcons({
  resolvedIconUrl,
  unresolvedIconUrl,
}: Pick<Settings, 'resolvedIconUrl' | 'unresolvedIconUrl'>): StatusCheck {
  const urls = [resolvedIconUrl, unresolvedIconUrl].filter((url) => url !== undefined);
  if (urls.length === 0) return { id: 'icons', state: 'ok', reason: 'unset' };
  const unfit = urls.filter((url) => !isSecureAddress(url));
  if (unfit.some((url) => !/^http:/i.test(url))) return { id: 'icons', state: 'warning', reason: 'relative' };
  return unfit.length > 0
    ? { id: 'icons', state: 'warning', reason: 'insecure' }
    : { id: 'icons', state: 'ok' };
}
