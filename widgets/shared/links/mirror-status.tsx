import type { MirrorView } from '../../../src/protocol/answers.ts';
import type { Translator } from '../i18n/create-translator.ts';
import type { SharedKey } from '../i18n/translation.ts';
import { useTranslator } from '../i18n/translation.ts';
import { useProblemText } from './use-problem-text.ts';

interface MirrorStatusProps {
  readonly mirror: MirrorView | undefined;
  /** The link was removed here, and Tracker still has it. */
  readonly isRemoved?: true;
}

/** Says what Tracker does not know yet. A link that is the same on both sides needs no words. */
export function MirrorStatus({ mirror, isRemoved }: MirrorStatusProps) {
  const translator = useTranslator();
  const reason = useProblemText(mirror?.problem);
  if (mirror === undefined || mirror.state === 'mirrored') return null;
  const what = translator.text(isRemoved ? 'mirror.stillThere' : 'mirror.notThere');
  if (mirror.state === 'failed')
    return <span class="tl-mirror tl-error">{reason === undefined ? what : `${what} ${reason}`}</span>;
  return (
    <span class="tl-mirror" title={toTooltip(translator, reason, mirror.nextAt)}>
      {what} {toNextTry(translator, mirror.nextAt)}
    </span>
  );
}

/** Why it is so, and when exactly the next try is. */
function toTooltip(
  translator: Translator<SharedKey>,
  reason: string | undefined,
  nextAt: string | undefined,
): string {
  const next = nextAt && translator.text('mirror.next', { when: translator.dateTime(new Date(nextAt)) });
  return [reason, next].filter(Boolean).join(' ');
}

function toNextTry(translator: Translator<SharedKey>, nextAt: string | undefined): string {
  const at = nextAt === undefined ? undefined : new Date(nextAt);
  const now = new Date();
  if (at === undefined || at < now) return translator.text('mirror.soon');
  return translator.text('mirror.next', { when: translator.ago(at, now) });
}
