import { useCallback, useEffect, useState } from 'preact/hooks';
import { type EntityKind, entityKinds } from '../../../src/protocol/entity-key.ts';
import { Field } from '../../shared/components/field.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { useSettled } from '../../shared/components/use-settled.ts';
import { SelectField } from '../../shared/lists/select-field.tsx';
import type { AdminApi } from '../admin-api.ts';
import { AddressWarnings } from '../registration/address-warnings.tsx';
import { CopyField } from '../registration/copy-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import { readVariable } from './read-variable.ts';
import { type TriggerOptions, toTrigger, triggerFields } from './to-trigger.ts';

interface RecipeSectionProps {
  readonly api: AdminApi;
  readonly askFacts: () => Promise<YouTrackFacts>;
}

const steps = ['token', 'field', 'trigger', 'request'] as const;

/** How a queue's owner lets one Tracker trigger make and remove links, with no registration at all. */
export function RecipeSection({ api, askFacts }: RecipeSectionProps) {
  const translator = useAdminTranslator();
  const [field, setField] = useState('youtrack');
  const [kind, setKind] = useState<EntityKind>('issue');
  const [address, setAddress] = useState('');
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    void askFacts().then(({ baseUrl = '' }) => {
      setAddress(baseUrl);
      setReady(true);
    });
  }, [askFacts]);
  const variable = readVariable(field);
  return (
    <section aria-labelledby="tl-recipe-title">
      <h2 id="tl-recipe-title">{translator.text('recipe.title')}</h2>
      <p>{translator.text('recipe.why')}</p>
      <ol class="tl-steps">
        {steps.map((step) => (
          <li key={step}>{translator.text(`recipe.step.${step}`)}</li>
        ))}
      </ol>
      <div class="tl-form">
        <Field
          id="tl-recipe-field"
          label={translator.text('recipe.field')}
          help={translator.text('recipe.fieldHelp')}
          error={variable === undefined ? translator.text('recipe.badField') : undefined}
          value={field}
          onChange={setField}
        />
        <SelectField
          id="tl-recipe-kind"
          label={translator.text('recipe.kind')}
          value={kind}
          choices={entityKinds.map((value) => ({
            value,
            label: translator.text(`registration.kind.${value}`),
          }))}
          onChange={setKind}
        />
        <Field
          id="tl-recipe-base"
          label={translator.text('registration.baseUrl')}
          value={address}
          onChange={setAddress}
        />
      </div>
      {isReady ? (
        <Trigger api={api} kind={kind} variable={variable ?? 'issue.local.youtrack'} address={address} />
      ) : (
        <Loading loading="waiting" onRetry={() => undefined} />
      )}
      <Runs />
    </section>
  );
}

interface TriggerProps extends Omit<TriggerOptions, 'baseUrl'> {
  readonly api: AdminApi;
  readonly address: string;
}

/** The fields of Tracker's form, each to be copied on its own. */
function Trigger({ api, kind, variable, address }: TriggerProps) {
  const translator = useAdminTranslator();
  const baseUrl = useSettled(address.trim());
  const ask = useCallback(() => api.registration({ baseUrl }), [api, baseUrl]);
  const { loading, data, reload } = useAnswer(ask);
  if (typeof loading === 'object' && loading.fields.includes('baseUrl'))
    return <Notice tone="warning">{translator.text('registration.badBaseUrl')}</Notice>;
  if (data === undefined || typeof loading === 'object')
    return <Loading loading={loading} onRetry={reload} />;
  const trigger = toTrigger({ baseUrl: data.baseUrl, kind, variable });
  return (
    <>
      <AddressWarnings baseUrl={data.baseUrl} />
      <h3>{translator.text('recipe.request')}</h3>
      <p>{translator.text('recipe.requestWhy')}</p>
      <div class="tl-copy-fields">
        {triggerFields.map((name) => (
          <CopyField
            key={name}
            id={`tl-recipe-${name}`}
            label={translator.text(`recipe.request.${name}`)}
            text={trigger[name]}
          />
        ))}
      </div>
    </>
  );
}

const trackerApi = 'https://api.tracker.yandex.net/v3';
const logs = {
  log: `${trackerApi}/queues/TEST/triggers/1/webhooks/log`,
  changelog: `${trackerApi}/issues/TEST-1/changelog`,
};

/** How to see whether the trigger ran, and what came of it. */
function Runs() {
  const translator = useAdminTranslator();
  return (
    <>
      <h3>{translator.text('recipe.runs')}</h3>
      <p>{translator.text('recipe.runsWhy')}</p>
      <div class="tl-copy-fields">
        <CopyField id="tl-recipe-log" label={translator.text('recipe.runs.log')} text={`GET ${logs.log}`} />
        <CopyField
          id="tl-recipe-changelog"
          label={translator.text('recipe.runs.changelog')}
          text={`GET ${logs.changelog}`}
        />
      </div>
      <ul class="tl-steps">
        <li>{translator.text('recipe.runs.200')}</li>
        <li>{translator.text('recipe.runs.400')}</li>
        <li>{translator.text('recipe.runs.401')}</li>
        <li>{translator.text('recipe.runs.404')}</li>
      </ul>
    </>
  );
}
