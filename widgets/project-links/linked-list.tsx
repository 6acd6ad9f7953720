import { useCallback, useState } from 'preact/hooks';
import { Loading } from '../shared/components/loading.tsx';
import { useAnswer } from '../shared/components/use-answer.ts';
import { Pager, pagesAround } from '../shared/lists/pager.tsx';
import { SearchField } from '../shared/lists/search-field.tsx';
import { SelectField } from '../shared/lists/select-field.tsx';
import { LinkedRow } from './linked-row.tsx';
import { type LinkedQuery, type ProjectApi, pageSize } from './project-api.ts';
import { useProjectTranslator } from './translation.ts';

const kinds = ['all', 'issue', 'article'] as const;

/** Every linked issue and article of the project that this person may see, page by page. */
export function LinkedList({ api }: { readonly api: ProjectApi }) {
  const translator = useProjectTranslator();
  const [query, setQuery] = useState<LinkedQuery>({ text: '', kind: 'all', skip: 0 });
  const { loading, data, reload } = useAnswer(useCallback(() => api.linked(query), [api, query]));
  const search = useCallback((text: string) => {
    setQuery((current) => (current.text === text ? current : { ...current, text, skip: 0 }));
  }, []);
  const isFiltered = query.text !== '' || query.kind !== 'all';
  return (
    <section aria-labelledby="tl-linked-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-linked-title">{translator.text('project.linked')}</h2>
      <div class="tl-filters">
        <SearchField label={translator.text('project.search')} onSearch={search} />
        <SelectField
          id="tl-kind"
          label={translator.text('project.kind')}
          value={query.kind}
          choices={kinds.map((value) => ({ value, label: translator.text(`project.kind.${value}`) }))}
          onChange={(kind) => setQuery({ ...query, kind, skip: 0 })}
        />
      </div>
      {loading !== 'done' && (
        <Loading loading={loading} what={translator.text('project.linkedNotLoaded')} onRetry={reload} />
      )}
      {data?.total === 0 && <p>{translator.text(isFiltered ? 'project.notFound' : 'project.none')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <ul class="tl-entities">
            {data.entities.map((entity) => (
              <LinkedRow key={entity.key} entity={entity} />
            ))}
          </ul>
          <Pager
            before={query.skip}
            shown={data.entities.length}
            total={data.total}
            {...pagesAround({ skip: query.skip, pageSize, total: data.total }, (skip) =>
              setQuery({ ...query, skip }),
            )}
          />
        </>
      )}
    </section>
  );
}
