import type { AllLinksAnswer } from '../../../src/administration/all-links-answer.ts';
import { SearchField } from '../../shared/lists/search-field.tsx';
import { type Choice, SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import { ages, type LinksQuery } from './links-query.ts';

interface LinkFiltersProps {
  readonly query: LinksQuery;
  readonly facets: AllLinksAnswer['facets'] | undefined;
  readonly onChange: (changes: Partial<LinksQuery>) => void;
  readonly onSearch: (text: string) => void;
}

/** Narrows the list down. Each choice says how many links it stands for. */
export function LinkFilters({ query, facets, onChange, onSearch }: LinkFiltersProps) {
  const translator = useAdminTranslator();
  const any = { value: '', label: translator.text('filter.any') } as const;
  function counted<Value extends string>(value: Value, name: string, count: number): Choice<Value> {
    return { value, label: translator.text('filter.counted', { name, count }) };
  }
  return (
    <div class="tl-filters">
      <SearchField label={translator.text('filter.text')} onSearch={onSearch} />
      <SelectField
        id="tl-filter-project"
        label={translator.text('filter.project')}
        value={query.project}
        choices={[
          any,
          ...(facets?.projects ?? []).map(({ key, name, count }) => counted(key, `${key} · ${name}`, count)),
        ]}
        onChange={(project) => onChange({ project })}
      />
      <SelectField
        id="tl-filter-kind"
        label={translator.text('filter.kind')}
        value={query.kind}
        choices={[
          any,
          ...(facets?.kinds ?? []).map(({ kind, count }) =>
            counted(kind, translator.text(`kind.${kind}`), count),
          ),
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      <SelectField
        id="tl-filter-queue"
        label={translator.text('filter.queue')}
        value={query.queue}
        choices={[any, ...(facets?.queues ?? []).map(({ queue, count }) => counted(queue, queue, count))]}
        onChange={(queue) => onChange({ queue })}
      />
      <SelectField
        id="tl-filter-who"
        label={translator.text('filter.who')}
        value={query.who}
        choices={[
          any,
          ...(facets?.people ?? []).map(({ login, name, count }) => counted(login, name, count)),
        ]}
        onChange={(who) => onChange({ who })}
      />
      <SelectField
        id="tl-filter-age"
        label={translator.text('filter.age')}
        value={query.age}
        choices={ages.map((value) => ({ value, label: translator.text(`filter.age.${value}`) }))}
        onChange={(age) => onChange({ age })}
      />
    </div>
  );
}
