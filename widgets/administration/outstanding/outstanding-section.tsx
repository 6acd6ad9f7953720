import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OwedAnswer, OwedChangeAnswer } from '../../../src/mirroring/owed-answer.ts';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import type { Failure, Outcome } from '../../shared/host/failure.ts';
import { Pager, pagesAround } from '../../shared/lists/pager.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { OwedApi } from './owed-api.ts';
import { OwedItem } from './owed-item.tsx';

const pageSize = 50;

/** What is owed is told within seconds: so often the list looks how far that is. */
const lookAgainMs = 3_000;

interface Done {
  readonly what: 'retried' | 'dropped';
  readonly count: number;
}

/** Everything that Tracker has not been told yet, the oldest first, with what can be done about it. */
export function OutstandingSection({ api }: { readonly api: OwedApi }) {
  const translator = useAdminTranslator();
  const [skip, setSkip] = useState(0);
  const { loading, data, reload } = useAnswer(useCallback(() => api.list(skip, pageSize), [api, skip]));
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<Failure>();
  useLookAgain(data, reload);
  async function change(what: Done['what'], answering: Promise<Outcome<OwedChangeAnswer>>): Promise<void> {
    const outcome = await answering;
    setFailure(outcome.ok ? undefined : outcome.failure);
    setDone(outcome.ok ? { what, count: outcome.data.changed } : undefined);
    reload();
  }
  return (
    <section aria-labelledby="tl-outstanding-title">
      <h2 id="tl-outstanding-title">{translator.text('outstanding.title')}</h2>
      <p>{translator.text('outstanding.why')}</p>
      {(data === undefined || typeof loading === 'object') && <Loading loading={loading} onRetry={reload} />}
      {failure !== undefined && <FailureNotice failure={failure} onRetry={reload} />}
      <p role="status" class="tl-said">
        {done !== undefined && translator.text(`outstanding.${done.what}`, { count: done.count })}
      </p>
      {data?.total === 0 && <p>{translator.text('outstanding.none')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <Summary answer={data} onRetryAll={() => void change('retried', api.retry(undefined))} />
          <ul class="tl-findings">
            {data.owed.map((owed) => (
              <OwedItem
                key={`${owed.kind} ${owed.key} ${owed.issueKey}`}
                owed={owed}
                onRetry={() => void change('retried', api.retry(owed))}
                onDrop={() => void change('dropped', api.drop(owed))}
              />
            ))}
          </ul>
          <Pager
            before={skip}
            shown={data.owed.length}
            total={data.total}
            {...pagesAround({ skip, pageSize, total: data.total }, setSkip)}
          />
        </>
      )}
    </section>
  );
}

interface SummaryProps {
  readonly answer: OwedAnswer;
  readonly onRetryAll: () => void;
}

/** How much there is, and how much of it waits for a person. */
function Summary({ answer: { total, failed }, onRetryAll }: SummaryProps) {
  const translator = useAdminTranslator();
  return (
    <div class="tl-buttons tl-summary-line">
      <span>
        {translator.text('outstanding.count', { count: total })}
        {failed > 0 && ` ${translator.text('outstanding.failed', { count: failed })}`}
      </span>
      <Button onClick={onRetryAll}>{translator.text('outstanding.retryAll')}</Button>
    </div>
  );
}

/** Looks again while something is on its way and somebody looks. */
function useLookAgain(answer: OwedAnswer | undefined, reload: () => void): void {
  useEffect(() => {
    if (answer === undefined || answer.total === answer.failed) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [answer, reload]);
}
