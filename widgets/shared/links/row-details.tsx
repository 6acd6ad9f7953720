import type { IssueDetails } from '../../../src/protocol/answers.ts';
import { useTranslator } from '../i18n/translation.ts';

/** What Tracker says of a linked issue, each name apart so that none turns the direction of another. */
export function RowDetails({ details }: { readonly details: IssueDetails }) {
  const translator = useTranslator();
  const { summary, status, resolution, assignee, deadline, isGone } = details;
  if (isGone) return <span class="tl-meta">{translator.text('row.gone')}</span>;
  const isOverdue = deadline !== undefined && resolution === undefined && isPast(deadline);
  return (
    <>
      {summary !== undefined && (
        <bdi class="tl-summary" title={summary}>
          {summary}
        </bdi>
      )}
      <span class="tl-meta">
        {status !== undefined && <bdi>{status}</bdi>}
        {assignee !== undefined && <bdi>{assignee}</bdi>}
        {deadline !== undefined && (
          <time dateTime={deadline} class={isOverdue ? 'tl-error' : undefined}>
            {translator.text(isOverdue ? 'row.overdue' : 'row.due', { date: translator.day(deadline) })}
          </time>
        )}
      </span>
    </>
  );
}

/** Whether a day is over where the reader is. */
function isPast(date: string): boolean {
  return new Date(`${date}T23:59:59.999`).getTime() < Date.now();
}
