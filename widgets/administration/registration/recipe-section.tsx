import { useCallback, useState } from 'preact/hooks';
import { Field } from '../../shared/components/field.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import { CopyBox } from './copy-box.tsx';
import { toCreateRequest, toRemoveRequest } from './to-requests.ts';

interface RecipeSectionProps {
  readonly api: AdminApi;
  readonly askFacts: () => Promise<YouTrackFacts>;
}

/** How a queue's owner lets a Tracker trigger make and remove links, with no registration at all. */
export function RecipeSection({ api, askFacts }: RecipeSectionProps) {
  const translator = useAdminTranslator();
  const [field, setField] = useState('youtrackKey');
  const ask = useCallback(async () => {
    const { baseUrl } = await askFacts();
    return await api.registration({ baseUrl });
  }, [api, askFacts]);
  const { loading, data, reload } = useAnswer(ask);
  const steps = [
    'recipe.step.token',
    'recipe.step.field',
    'recipe.step.trigger',
    'recipe.step.request',
  ] as const;
  return (
    <section aria-labelledby="tl-recipe-title">
      <h2 id="tl-recipe-title">{translator.text('recipe.title')}</h2>
      <p>{translator.text('recipe.why')}</p>
      <ol class="tl-steps">
        {steps.map((step) => (
          <li key={step}>{translator.text(step)}</li>
        ))}
      </ol>
      <div class="tl-form">
        <Field
          id="tl-recipe-field"
          label={translator.text('recipe.field')}
          help={translator.text('recipe.fieldHelp')}
          value={field}
          onChange={setField}
        />
      </div>
      {data === undefined ? (
        <Loading loading={loading} onRetry={reload} />
      ) : (
        <>
          <h3>{translator.text('recipe.create')}</h3>
          <CopyBox
            label={translator.text('recipe.create')}
            text={toCreateRequest(data.baseUrl, field.trim())}
          />
          <h3>{translator.text('recipe.remove')}</h3>
          <CopyBox
            label={translator.text('recipe.remove')}
            text={toRemoveRequest(data.baseUrl, field.trim())}
          />
        </>
      )}
    </section>
  );
}
