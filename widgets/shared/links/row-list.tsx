import { useEffect, useState } from 'preact/hooks';
import type { People } from '../../../src/pages/people.ts';
import type { OwedRemoval } from '../../../src/protocol/answers.ts';
import { Button } from '../components/button.tsx';
import { useTranslator } from '../i18n/translation.ts';
import { LinkRow } from './link-row.tsx';
import type { Details, Said } from './links-state.ts';
import type { LinksStore } from './links-store.ts';
import { OwedRow } from './owed-row.tsx';
import type { Row } from './row.ts';

/** More would push the page's own content out of sight. */
const shownAtFirst = 10;
/** A button in place of one or two rows would save nothing. */
const worthHiding = 3;
/** How many rows are made between two frames: few enough never to hold up scrolling. */
const rowsPerFrame = 25;

interface RowListProps {
  readonly rows: readonly Row[];
  readonly people: People;
  readonly mayEdit: boolean;
  readonly said: Said | undefined;
  readonly details: Details | undefined;
  /** Removals that Tracker has not been told yet. */
  readonly owed?: readonly OwedRemoval[] | undefined;
  readonly store: LinksStore;
}

/** The first rows, and all of them on demand, made piece by piece so that hundreds come in without a hitch. */
export function RowList({ rows, people, mayEdit, said, details, owed = [], store }: RowListProps) {
  const translator = useTranslator();
  const [isWhole, setWhole] = useState(false);
  const [made, setMade] = useState(shownAtFirst);
  useEffect(() => {
    if (!isWhole || made >= rows.length) return;
    const frame = requestAnimationFrame(() => setMade(made + rowsPerFrame));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, made, rows.length]);

  const owedAlone = owed.filter(({ issueKey }) => !rows.some((row) => row.issueKey === issueKey));
  if (rows.length + owedAlone.length === 0) return null;
  const hidden = rows.length - shownAtFirst;
  const isShort = hidden < worthHiding;
  const pointedAt = said?.what === 'already' ? said.issueKeys : [];
  return (
    <>
      <ul class="tl-rows">
        {rows.slice(0, isWhole ? made : isShort ? rows.length : shownAtFirst).map((row) => (
          <LinkRow
            key={row.issueKey}
            row={row}
            details={details?.of.get(row.issueKey)}
            who={people[row.added?.by ?? ''] ?? row.added?.by ?? ''}
            mayEdit={mayEdit}
            isPointedAt={pointedAt.includes(row.issueKey)}
            store={store}
          />
        ))}
        {owedAlone.map((one) => (
          <OwedRow key={one.issueKey} owed={one} mayEdit={mayEdit} store={store} />
        ))}
      </ul>
      {!isWhole && !isShort && (
        <Button inline onClick={() => setWhole(true)}>
          {translator.text('panel.showAll', { count: hidden })}
        </Button>
      )}
    </>
  );
}
