import { useCallback, useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { SelectField } from '../../shared/lists/select-field.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import type { ReconcileScope } from './reconcile-api.ts';

interface ScopeFormProps {
  readonly api: AdminApi;
  readonly isBusy: boolean;
  readonly onStart: (scope: ReconcileScope) => void;
}

/** What is compared: everything, or the links of one project or to one queue, among those that have any. */
export function ScopeForm({ api, isBusy, onStart }: ScopeFormProps) {
  const translator = useAdminTranslator();
  const [chosen, setChosen] = useState('');
  const { data } = useAnswer(useCallback(() => api.links({ top: '1' }), [api]));
  const projects = data?.facets.projects ?? [];
  const queues = data?.facets.queues ?? [];
  return (
    <div class="tl-scope">
      <SelectField
        id="tl-reconcile-scope"
        label={translator.text('reconcile.scope')}
        value={chosen}
        choices={[
          { value: '', label: translator.text('reconcile.everything') },
          ...projects.map(({ key, name }) => ({
            value: `project ${key}`,
            label: translator.text('reconcile.project', { name: `${key} · ${name}` }),
          })),
          ...queues.map(({ queue }) => ({
            value: `queue ${queue}`,
            label: translator.text('reconcile.queue', { name: queue }),
          })),
        ]}
        onChange={setChosen}
      />
      <Button disabled={isBusy} onClick={() => onStart(toScope(chosen))}>
        {translator.text('reconcile.start')}
      </Button>
    </div>
  );
}

function toScope(chosen: string): ReconcileScope {
  const [what, key = ''] = chosen.split(' ');
  if (what === 'project') return { project: key };
  return what === 'queue' ? { queue: key } : {};
}
