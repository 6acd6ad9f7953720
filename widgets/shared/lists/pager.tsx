import chevronLeftIcon from '@jetbrains/icons/chevron-left';
import chevronRightIcon from '@jetbrains/icons/chevron-right';
import { Button } from '../components/button.tsx';
import { useListTranslator } from './translation.ts';

interface PagerProps {
  /** How many entries precede the ones shown. */
  readonly before: number;
  readonly shown: number;
  readonly total: number;
  /** Undefined on the first page. */
  readonly onPrevious: (() => void) | undefined;
  /** Undefined on the last page. */
  readonly onNext: (() => void) | undefined;
}

/** Where one is in a long list, and the way to the neighbouring pages. */
export function Pager({ before, shown, total, onPrevious, onNext }: PagerProps) {
  const translator = useListTranslator();
  const range = { first: before + 1, last: before + shown, count: total };
  return (
    <nav class="tl-pager" aria-label={translator.text('pager.title')}>
      <span role="status">{shown === 0 ? '' : translator.text('pager.range', range)}</span>
      {(onPrevious ?? onNext) !== undefined && (
        <>
          <Button icon={chevronLeftIcon} disabled={onPrevious === undefined} onClick={onPrevious}>
            {translator.text('pager.previous')}
          </Button>
          <Button iconRight={chevronRightIcon} inline disabled={onNext === undefined} onClick={onNext}>
            {translator.text('pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
}

/** The ways from one page of a list that counts its entries, for a pager. */
export function pagesAround(
  { skip, pageSize, total }: { readonly skip: number; readonly pageSize: number; readonly total: number },
  onMove: (skip: number) => void,
): Pick<PagerProps, 'onPrevious' | 'onNext'> {
  return {
    onPrevious: skip === 0 ? undefined : () => onMove(Math.max(0, skip - pageSize)),
    onNext: skip + pageSize >= total ? undefined : () => onMove(skip + pageSize),
  };
}
