import exceptionIcon from '@jetbrains/icons/exception';
import infoIcon from '@jetbrains/icons/info-filled';
import successIcon from '@jetbrains/icons/success';
import warningIcon from '@jetbrains/icons/warning';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const icons = { info: infoIcon, success: successIcon, warning: warningIcon, error: exceptionIcon };
const ring: Readonly<Record<NoticeTone, string>> = {
  info: 'ring-banner-info',
  success: 'ring-banner-success',
  warning: 'ring-banner-warning',
  error: 'ring-banner-error',
};

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ComponentChildren;
}

/** A message that stays. Ring's banner in its own markup: the component itself brings popups and 18 kB with it. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div
      class={`ring-banner-banner ring-banner-inline tl-notice ${ring[tone]}`}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <Icon glyph={icons[tone]} class="ring-banner-icon" />
      <div class="ring-banner-description">{children}</div>
    </div>
  );
}
