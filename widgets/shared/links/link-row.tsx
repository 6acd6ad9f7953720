import { useRef } from 'preact/hooks';
import type { IssueDetails } from '../../../src/protocol/answers.ts';
import { memo } from '../components/memo.tsx';
import { TrackerLink } from '../components/tracker-link.tsx';
import type { Translator } from '../i18n/create-translator.ts';
import { type SharedKey, useTranslator } from '../i18n/translation.ts';
import type { LinksStore } from './links-store.ts';
import { MirrorStatus } from './mirror-status.tsx';
import type { Row } from './row.ts';
import { RowActions } from './row-actions.tsx';
import { RowDetails } from './row-details.tsx';
import { RowStatus } from './row-status.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface LinkRowProps {
  readonly row: Row;
  /** What Tracker says of the issue, where it may be shown and is known. */
  readonly details: IssueDetails | undefined;
  /** Visible name of who added it. */
  readonly who: string;
  readonly mayEdit: boolean;
  readonly isPointedAt: boolean;
  readonly store: LinksStore;
}

/**
 * One link: its key, what is known of it, what can be done with it. Where Tracker tells what the issue is about, who linked it
 * goes into the tooltip, and to those who listen.
 */
export const LinkRow = memo(function LinkRow(props: LinkRowProps) {
  const { row, details, who, mayEdit, isPointedAt, store } = props;
  const element = useRef<HTMLLIElement>(null);
  const keepFocus = useFocusKept(element, row.step.name);
  const translator = useTranslator();
  const isDescribed = details !== undefined && row.step.name === 'saved';
  const origin = isDescribed ? tellOrigin(translator, row, who) : undefined;
  const isStruck = isGoing(row) || (isDescribed && details.resolution !== undefined);
  const shown = { issueKey: details?.currentKey ?? row.issueKey, url: toUrl(row, details) };
  return (
    <li
      ref={element}
      class={isPointedAt ? 'tl-row tl-pointed' : 'tl-row'}
      data-step={row.step.name}
      tabIndex={-1}
      title={origin}
    >
      <span class={isStruck ? 'tl-key tl-gone' : 'tl-key'}>
        <TrackerLink {...shown} />
      </span>
      <span class="tl-text">
        {isDescribed ? <RowDetails details={details} /> : <RowStatus row={row} who={who} />}
        {isDescribed && <span class="tl-hidden">{origin}</span>}
        {row.step.name === 'saved' && row.mirror !== undefined && <MirrorStatus mirror={row.mirror} />}
      </span>
      <span class="tl-actions">
        <RowActions
          row={row}
          mayEdit={mayEdit}
          store={store}
          act={(run) => {
            keepFocus();
            run();
          }}
        />
      </span>
    </li>
  );
});

/** Only where it is shown: the exact time takes the browser's formatter, and that some milliseconds. */
function tellOrigin(translator: Translator<SharedKey>, { added }: Row, who: string): string {
  if (added === undefined) return '';
  return translator.text(`row.origin.${added.via}`, { who, when: translator.dateTime(added.at) });
}

function isGoing({ step }: Row): boolean {
  return step.name === 'removing' || step.name === 'removed' || step.name === 'removal-scheduled';
}

/** The page of the issue under the key it has now. */
function toUrl({ url, issueKey }: Row, details: IssueDetails | undefined): string {
  const key = details?.currentKey;
  return key !== undefined && url.endsWith(issueKey) ? `${url.slice(0, -issueKey.length)}${key}` : url;
}
