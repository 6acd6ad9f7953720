import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { FailureNotice } from '../../shared/components/failure-notice.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import { DifferenceGroup } from './difference-group.tsx';
import type { ReconcileRun } from './reconcile-run.ts';
import { isOpen, type RunState } from './run-state.ts';
import { ScopeForm } from './scope-form.tsx';

interface ReconcileSectionProps {
  readonly api: AdminApi;
  readonly run: ReconcileRun;
}

const groups = ['only_here', 'only_there', 'different'] as const;

/** Links here compared with links in Tracker: first only looked at, then settled as a person chooses. */
export function ReconcileSection({ api, run }: ReconcileSectionProps) {
  const translator = useAdminTranslator();
  const state = useRun(run);
  const isBusy = state.phase === 'looking' || state.phase === 'applying';
  const chosen = state.rows.filter((row) => row.isChosen && isOpen(row)).length;
  return (
    <section aria-labelledby="tl-reconcile-title">
      <h2 id="tl-reconcile-title">{translator.text('reconcile.title')}</h2>
      <p>{translator.text('reconcile.why')}</p>
      <ScopeForm api={api} isBusy={isBusy} onStart={(scope) => void run.start(scope)} />
      {state.phase !== 'idle' && <Progress state={state} run={run} />}
      <Trouble state={state} run={run} />
      {groups.map((found) => (
        <DifferenceGroup
          key={found}
          found={found}
          rows={state.rows.filter((row) => row.difference.found === found)}
          isBusy={isBusy}
          run={run}
        />
      ))}
      {state.rows.some(isOpen) && (
        <div class="tl-buttons tl-apply">
          <Button primary disabled={isBusy || chosen === 0} onClick={() => void run.apply()}>
            {translator.text('reconcile.apply', { count: chosen })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The state of a run; drawn again after every change. What an earlier visit has found is brought back. */
function useRun(run: ReconcileRun): RunState {
  const [state, setState] = useState(run.state());
  useLayoutEffect(() => {
    setState(run.state());
    return run.subscribe(() => setState(run.state()));
  }, [run]);
  useEffect(() => void run.restore(), [run]);
  return state;
}

interface PartProps {
  readonly state: RunState;
  readonly run: ReconcileRun;
}

/** How far it is, and the way to stop or to go on. */
function Progress({ state, run }: PartProps) {
  const translator = useAdminTranslator();
  const { phase, looked, total, rows } = state;
  const isOver = phase === 'looked' && state.isConnected;
  return (
    <div class="tl-progress">
      {!isOver && total > 0 && (
        <progress value={looked} max={total} aria-label={translator.text('reconcile.progress')} />
      )}
      <p role="status">
        {phase !== 'applying' && translator.text('reconcile.looked', { looked, count: total })}
        {phase === 'applying' && translator.text('reconcile.applying')}{' '}
        {isOver && rows.length === 0 && state.unread.length === 0 && translator.text('reconcile.same')}
        {rows.length > 0 && translator.text('reconcile.found', { count: rows.length })}
      </p>
      {(phase === 'looking' || phase === 'applying') && (
        <Button onClick={() => run.stop()}>{translator.text('reconcile.stop')}</Button>
      )}
      {phase === 'stopped' && (
        <Button onClick={() => void run.resume()}>{translator.text('reconcile.resume')}</Button>
      )}
    </div>
  );
}

function Trouble({ state, run }: PartProps) {
  const translator = useAdminTranslator();
  const { problem, failure, isConnected, unread } = state;
  return (
    <>
      {!isConnected && <Notice tone="warning">{translator.text('reconcile.unconnected')}</Notice>}
      {failure !== undefined && <FailureNotice failure={failure} onRetry={() => void run.resume()} />}
      {problem !== undefined && (
        <Notice tone="error">{translator.text(`connection.problem.${problem.kind}`)}</Notice>
      )}
      {unread.length > 0 && (
        <Notice tone="warning">
          {translator.text('reconcile.unread', {
            keys: translator.list(unread.map(({ issueKey }) => issueKey)),
          })}
        </Notice>
      )}
    </>
  );
}
