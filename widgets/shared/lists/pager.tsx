import chevronLeftIcon from '@jetbrains/icons/chevron-left';
import chevronRightIcon from '@jetbrains/icons/chevron-right';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import { useListTranslator } from './translation.ts';

interface PagerProps {
  readonly skip: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onMove: (skip: number) => void;
}

/** Where one is in a long list, and the way to the neighbouring pages. */
export function Pager({ skip, pageSize, total, onMove }: PagerProps) {
  const translator = useListTranslator();
  const last = Math.min(skip + pageSize, total);
  const isOnly = skip === 0 && last >= total;
  return (
    <nav class="tl-pager" aria-label={translator.text('pager.title')}>
      <span role="status">
        {total === 0 ? '' : translator.text('pager.range', { first: skip + 1, last, count: total })}
      </span>
      {!isOnly && (
        <>
          <Button
            icon={chevronLeftIcon}
            disabled={skip === 0}
            onClick={() => onMove(Math.max(0, skip - pageSize))}
          >
            {translator.text('pager.previous')}
          </Button>
          <Button
            iconRight={chevronRightIcon}
            inline
            disabled={last >= total}
            onClick={() => onMove(skip + pageSize)}
          >
            {translator.text('pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
}
