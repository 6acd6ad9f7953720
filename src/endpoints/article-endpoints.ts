import { toArticleEntity } from '../youtrack/article-entity.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { entityEndpoints } from './entity-endpoints.ts';

export const articleEndpoints = entityEndpoints(
  'article',
  openOwnHost(({ article }, execution) => article && toArticleEntity(article, execution)),
);
