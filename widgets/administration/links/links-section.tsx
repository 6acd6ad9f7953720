import { useCallback, useState } from 'preact/hooks';
import type { AllLinksAnswer } from '../../../src/administration/all-links-answer.ts';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { Pager } from '../../shared/lists/pager.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import { ExportLinks } from './export-links.tsx';
import { LinkFilters } from './link-filters.tsx';
import { everyLink, isFiltered, type LinksQuery, toParameters } from './links-query.ts';
import { LinksTable } from './links-table.tsx';
import { useRemovals } from './use-removals.ts';

const pageSize = 50;

/** Every link in the system: filtered, in any order, page by page, and to take away. */
export function LinksSection({ api }: { readonly api: AdminApi }) {
  const translator = useAdminTranslator();
  const [query, setQuery] = useState<LinksQuery>(everyLink);
  // The cursors of the pages before this one, the latest last: behind a cursor no link is skipped when others come and go.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const ask = useCallback(
    () => api.links({ ...toParameters(query, new Date()), after: cursors.at(-1), top: String(pageSize) }),
    [api, query, cursors],
  );
  const { loading, data, reload } = useAnswer(ask);
  const removals = useRemovals(api);
  const change = useCallback((changes: Partial<LinksQuery>) => {
    setQuery((current) => ({ ...current, ...changes }));
    setCursors([]);
  }, []);
  const search = useCallback((text: string) => {
    setQuery((current) => (current.text === text ? current : { ...current, text }));
    setCursors([]);
  }, []);
  return (
    <section aria-labelledby="tl-links-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-links-title">{translator.text('links.title')}</h2>
      <LinkFilters query={query} facets={data?.facets} onChange={change} onSearch={search} />
      {loading !== 'done' && <Loading loading={loading} onRetry={reload} />}
      {data?.total === 0 && <p>{translator.text(isFiltered(query) ? 'links.notFound' : 'links.none')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <LinksTable
            answer={data}
            sort={query.sort}
            onSort={(sort) => change({ sort })}
            removals={removals}
          />
          <LinksPager answer={data} cursors={cursors} onMove={setCursors} />
          <ExportLinks api={api} query={query} />
        </>
      )}
    </section>
  );
}

interface LinksPagerProps {
  readonly answer: AllLinksAnswer;
  readonly cursors: readonly string[];
  readonly onMove: (cursors: readonly string[]) => void;
}

function LinksPager({ answer: { before, links, total, next }, cursors, onMove }: LinksPagerProps) {
  return (
    <Pager
      before={before}
      shown={links.length}
      total={total}
      onPrevious={cursors.length === 0 ? undefined : () => onMove(cursors.slice(0, -1))}
      onNext={next === undefined ? undefined : () => onMove([...cursors, next])}
    />
  );
}
