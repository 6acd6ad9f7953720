import type { OwedRemoval } from '../../../src/protocol/answers.ts';
import { Button } from '../components/button.tsx';
import { TrackerLink } from '../components/tracker-link.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { LinksStore } from './links-store.ts';
import { MirrorStatus } from './mirror-status.tsx';

interface OwedRowProps {
  readonly owed: OwedRemoval;
  readonly mayEdit: boolean;
  readonly store: LinksStore;
}

/** A link that was removed here and that Tracker still has. */
export function OwedRow({ owed, mayEdit, store }: OwedRowProps) {
  const translator = useTranslator();
  return (
    <li class="tl-row" data-step="owed">
      <span class="tl-key tl-gone">
        <TrackerLink issueKey={owed.issueKey} url={owed.url} />
      </span>
      <span class="tl-text">
        <MirrorStatus mirror={owed} isRemoved />
      </span>
      <span class="tl-actions">
        {mayEdit && owed.state === 'failed' && (
          <Button inline onClick={() => store.retryMirror(owed.issueKey)}>
            {translator.text('retry')}
          </Button>
        )}
      </span>
    </li>
  );
}
