import closeIcon from '@jetbrains/icons/close';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import { memo } from 'preact/compat';
import { useRef } from 'preact/hooks';
import { TrackerLink } from '../components/tracker-link.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { LinksStore } from './links-store.ts';
import type { Row } from './row.ts';
import { RowStatus } from './row-status.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface LinkRowProps {
  readonly row: Row;
  /** Visible name of who added it. */
  readonly who: string;
  readonly mayEdit: boolean;
  readonly isPointedAt: boolean;
  readonly store: LinksStore;
}

/**
 * One link: its key, what is known of it, what can be done with it. What Tracker says of the issue (summary, status,
 * assignee, deadline) will stand between the key and its origin.
 */
export const LinkRow = memo(function LinkRow({ row, who, mayEdit, isPointedAt, store }: LinkRowProps) {
  const element = useRef<HTMLLIElement>(null);
  const keepFocus = useFocusKept(element, row.step.name);
  const isGone =
    row.step.name === 'removing' || row.step.name === 'removed' || row.step.name === 'removal-scheduled';
  function act(run: () => void): void {
    keepFocus();
    run();
  }
  return (
    <li
      ref={element}
      class={isPointedAt ? 'tl-row tl-pointed' : 'tl-row'}
      data-step={row.step.name}
      tabIndex={-1}
    >
      <span class={isGone ? 'tl-key tl-gone' : 'tl-key'}>
        <TrackerLink issueKey={row.issueKey} url={row.url} />
      </span>
      <RowStatus row={row} who={who} />
      <span class="tl-actions">
        <RowActions row={row} mayEdit={mayEdit} store={store} act={act} />
      </span>
    </li>
  );
});

interface RowActionsProps extends Pick<LinkRowProps, 'row' | 'mayEdit' | 'store'> {
  readonly act: (run: () => void) => void;
}

function RowActions({ row: { issueKey, step }, mayEdit, store, act }: RowActionsProps) {
  const translator = useTranslator();
  if (step.name === 'saved') {
    if (!mayEdit) return null;
    const name = translator.text('row.remove', { key: issueKey });
    return (
      <Button
        icon={closeIcon}
        title={name}
        aria-label={name}
        onClick={() => act(() => store.remove(issueKey))}
      />
    );
  }
  if (step.name === 'removed' || step.name === 'removal-scheduled') {
    return (
      <Button inline onClick={() => act(() => store.add([issueKey]))}>
        {translator.text('row.undo')}
      </Button>
    );
  }
  if (step.name !== 'add-failed' && step.name !== 'remove-failed') return null;
  return (
    <>
      <Button inline onClick={() => act(() => store.retry(issueKey))}>
        {translator.text('retry')}
      </Button>
      <Button inline onClick={() => act(() => store.dismiss(issueKey))}>
        {translator.text(step.name === 'add-failed' ? 'row.discard' : 'row.keep')}
      </Button>
    </>
  );
}
