import { useCallback, useState } from 'preact/hooks';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { Pager, pagesAround } from '../../shared/lists/pager.tsx';
import type { AdminApi } from '../admin-api.ts';
import { useAdminTranslator } from '../translation.ts';
import { SharedIdentities } from './shared-identities.tsx';
import { UnreadableItem } from './unreadable-item.tsx';

const pageSize = 25;

/** What the app leaves alone and a person has to look at: links that cannot be read, and people who share an identity. */
export function AuditSection({ api }: { readonly api: AdminApi }) {
  const translator = useAdminTranslator();
  const [skip, setSkip] = useState(0);
  const { loading, data, reload } = useAnswer(useCallback(() => api.audit(skip, pageSize), [api, skip]));
  return (
    <section aria-labelledby="tl-audit-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-audit-title">{translator.text('audit.title')}</h2>
      <p>{translator.text('audit.why')}</p>
      {loading !== 'done' && <Loading loading={loading} onRetry={reload} />}
      {data?.total === 0 && <p>{translator.text('audit.none')}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <ul class="tl-findings">
            {data.entities.map((entity) => (
              <UnreadableItem
                key={`${entity.kind} ${entity.key}`}
                entity={entity}
                api={api}
                onForgotten={reload}
              />
            ))}
          </ul>
          <Pager
            before={skip}
            shown={data.entities.length}
            total={data.total}
            {...pagesAround({ skip, pageSize, total: data.total }, setSkip)}
          />
        </>
      )}
      {data?.sharedIdentities !== undefined && <SharedIdentities shared={data.sharedIdentities} />}
    </section>
  );
}
