import closeIcon from '@jetbrains/icons/close';
import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { Button } from '../../shared/components/button.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { Removals } from './use-removals.ts';

interface RemoveCellProps {
  readonly row: AllLinksRow;
  readonly removals: Removals;
}

/** Takes a link away, and brings it back. */
export function RemoveCell({ row, removals }: RemoveCellProps) {
  const translator = useAdminTranslator();
  const { step = 'there', failure } = removals.find(row) ?? {};
  const keys = { keys: `${row.key}, ${row.issueKey}` };
  const isUnderWay = step === 'removing' || step === 'undoing';
  return (
    <span class="tl-short">
      {step === 'removed' || step === 'undoing' ? (
        <>
          <span role="status">{translator.text('row.removed')}</span>{' '}
          <Button
            inline
            disabled={isUnderWay}
            onClick={() => removals.undo(row)}
            aria-label={translator.text('links.undoKeys', keys)}
          >
            {translator.text('row.undo')}
          </Button>
        </>
      ) : (
        <Button
          icon={closeIcon}
          disabled={isUnderWay}
          onClick={() => removals.remove(row)}
          title={translator.text('links.removeKeys', keys)}
          aria-label={translator.text('links.removeKeys', keys)}
        />
      )}
      {failure !== undefined && (
        <span role="alert" class="tl-error">
          {' '}
          {translator.text(`failure.${failure.kind}`)}
        </span>
      )}
    </span>
  );
}
