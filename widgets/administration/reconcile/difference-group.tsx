import { Button } from '../../shared/components/button.tsx';
import { TrackerLink } from '../../shared/components/tracker-link.tsx';
import { useProblemText } from '../../shared/links/use-problem-text.ts';
import { EntityLink } from '../../shared/lists/entity-link.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { ReconcileRun } from './reconcile-run.ts';
import { type Action, isOpen, isRemoval, listActions, type RunRow } from './run-state.ts';

interface DifferenceGroupProps {
  readonly found: RunRow['difference']['found'];
  readonly rows: readonly RunRow[];
  readonly isBusy: boolean;
  readonly run: ReconcileRun;
}

/** Differences of one sort, each with what can be done about it. */
export function DifferenceGroup({ found, rows, isBusy, run }: DifferenceGroupProps) {
  const translator = useAdminTranslator();
  if (rows.length === 0) return null;
  const safe = rows.filter((row) => isOpen(row) && !isRemoval(row.action));
  const isAllChosen = safe.every((row) => row.isChosen);
  return (
    <section aria-labelledby={`tl-reconcile-${found}`}>
      <h3 id={`tl-reconcile-${found}`}>
        {translator.text(`reconcile.${found}`)} ({translator.number(rows.length)})
      </h3>
      <p>{translator.text(`reconcile.${found}.why`)}</p>
      {safe.length > 0 && (
        <Button inline disabled={isBusy} onClick={() => run.chooseAll(found, !isAllChosen)}>
          {translator.text(isAllChosen ? 'reconcile.chooseNone' : 'reconcile.chooseAll')}
        </Button>
      )}
      <ul class="tl-findings">
        {rows.map((row) => (
          <DifferenceItem key={row.id} row={row} isBusy={isBusy} run={run} />
        ))}
      </ul>
    </section>
  );
}

interface DifferenceItemProps {
  readonly row: RunRow;
  readonly isBusy: boolean;
  readonly run: ReconcileRun;
}

function DifferenceItem({ row, isBusy, run }: DifferenceItemProps) {
  const translator = useAdminTranslator();
  const { id, difference, isChosen, action } = row;
  const { kind, key, entityUrl, issueKey, url, there, isPending } = difference;
  const keys = `${key}, ${issueKey}`;
  const reason = useProblemText(difference.problem);
  return (
    <li class="tl-difference">
      <label class="tl-difference-what">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isBusy || !isOpen(row)}
          aria-label={translator.text('reconcile.choose', { keys })}
          onChange={(event) => run.choose(id, event.currentTarget.checked)}
        />
        <span>
          <span class="tl-kind">{translator.text(`kind.${kind}`)}</span>{' '}
          {entityUrl === undefined ? key : <EntityLink url={entityUrl} entityKey={key} />}
          {' – '}
          <TrackerLink issueKey={issueKey} url={url} />
        </span>
      </label>
      <ActionChoice row={row} isBusy={isBusy} keys={keys} onAct={(chosen) => run.act(id, chosen)} />
      <span class="tl-difference-note">
        {entityUrl === undefined && `${translator.text('reconcile.gone')} `}
        {there !== undefined && `${translator.text('reconcile.there', { keys: translator.list(there) })} `}
        {isPending && `${translator.text('reconcile.pending')} `}
        {reason}
      </span>
      <RowOutcome row={row} action={action} />
    </li>
  );
}

interface ActionChoiceProps {
  readonly row: RunRow;
  readonly isBusy: boolean;
  readonly keys: string;
  readonly onAct: (action: Action) => void;
}

function ActionChoice({ row, isBusy, keys, onAct }: ActionChoiceProps) {
  const translator = useAdminTranslator();
  const actions = listActions(row.difference);
  if (!isOpen(row)) return null;
  if (actions.length === 1) return <span>{translator.text(`reconcile.action.${row.action}`)}</span>;
  return (
    <select
      class="ring-input-input tl-action"
      value={row.action}
      disabled={isBusy}
      aria-label={translator.text('reconcile.what', { keys })}
      onChange={({ currentTarget: { value } }) => {
        const action = actions.find((one) => one === value);
        if (action !== undefined) onAct(action);
      }}
    >
      {actions.map((action) => (
        <option key={action} value={action}>
          {translator.text(`reconcile.action.${action}`)}
        </option>
      ))}
    </select>
  );
}

function RowOutcome({
  row: { step, problem, failure },
  action,
}: {
  readonly row: RunRow;
  readonly action: Action;
}) {
  const translator = useAdminTranslator();
  const reason = useProblemText(problem);
  if (step === 'found') return null;
  if (step === 'applying') return <span role="status">{translator.text('waiting')}</span>;
  if (step !== 'failed') {
    const said = step === 'done' ? (`reconcile.done.${action}` as const) : (`reconcile.${step}` as const);
    return (
      <span role="status" class={step === 'stale' ? undefined : 'tl-done'}>
        {translator.text(said)}
      </span>
    );
  }
  return (
    <span role="alert" class="tl-error">
      {reason ?? (failure && translator.text(`failure.${failure.kind}`))}
    </span>
  );
}
