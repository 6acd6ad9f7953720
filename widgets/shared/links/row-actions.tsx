import closeIcon from '@jetbrains/icons/close';
import { Button } from '../components/button.tsx';
import { mayHelpToRepeat } from '../host/failure.ts';
import { useTranslator } from '../i18n/translation.ts';
import type { LinksStore } from './links-store.ts';
import type { Row } from './row.ts';

interface RowActionsProps {
  readonly row: Row;
  readonly mayEdit: boolean;
  readonly store: LinksStore;
  /** Does it with the focus kept in the row. */
  readonly act: (run: () => void) => void;
}

/** What can be done with a link: removed, brought back, tried again, let go. */
export function RowActions({ row: { issueKey, step, mirror }, mayEdit, store, act }: RowActionsProps) {
  const translator = useTranslator();
  if (step.name === 'saved') {
    if (!mayEdit) return null;
    const name = translator.text('row.remove', { key: issueKey });
    return (
      <>
        {mirror?.state === 'failed' && (
          <Button inline onClick={() => store.retryMirror(issueKey)}>
            {translator.text('retry')}
          </Button>
        )}
        <Button
          icon={closeIcon}
          title={name}
          aria-label={name}
          onClick={() => act(() => store.remove(issueKey))}
        />
      </>
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
      {mayHelpToRepeat(step.failure) && (
        <Button inline onClick={() => act(() => store.retry(issueKey))}>
          {translator.text('retry')}
        </Button>
      )}
      <Button inline onClick={() => act(() => store.dismiss(issueKey))}>
        {translator.text(step.name === 'add-failed' ? 'row.discard' : 'row.keep')}
      </Button>
    </>
  );
}
