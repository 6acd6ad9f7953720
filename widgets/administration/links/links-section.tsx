import { useCallback, useState } from 'preact/hooks';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { Pager } from '../../shared/lists/pager.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import { ExportLinks } from './export-links.tsx';
import { LinkFilters } from './link-filters.tsx';
import { everyLink, isFiltered, type LinksQuery, toParameters } from './links-query.ts';
import { LinksTable } from './links-table.tsx';

const pageSize = 50;

/** Every link in the system: filtered, in any order, page by page, and to take away. */
export function LinksSection({ api }: { readonly api: AdminApi }) {
  const translator = useAdminTranslator();
  const [query, setQuery] = useState<LinksQuery>(everyLink);
  const [skip, setSkip] = useState(0);
  const ask = useCallback(
    () => api.links({ ...toParameters(query, new Date()), skip: String(skip), top: String(pageSize) }),
    [api, query, skip],
  );
  const { loading, data, reload } = useAnswer(ask);
  const change = useCallback((changes: Partial<LinksQuery>) => {
    setQuery((current) => ({ ...current, ...changes }));
    setSkip(0);
  }, []);
  const search = useCallback((text: string) => {
    setQuery((current) => (current.text === text ? current : { ...current, text }));
    setSkip(0);
  }, []);
  return (
    <section aria-labelledby="tl-links-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-links-title">{translator.text('links.title')}</h2>
      <LinkFilters query={query} facets={data?.facets} onChange={change} onSearch={search} />
      {loading !== 'done' && <Loading loading={loading} onRetry={reload} />}
      {data?.total === 0 && <p>{translator.text(isFiltered(query) ? 'links.notFound' : 'links.none')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <LinksTable answer={data} sort={query.sort} onSort={(sort) => change({ sort })} />
          <Pager skip={skip} pageSize={pageSize} total={data.total} onMove={setSkip} />
          <ExportLinks api={api} query={query} />
        </>
      )}
    </section>
  );
}
