import type { Article } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity } from '../ports/youtrack.ts';
import { maySeeArticle, toArticleEntity } from './article-entity.ts';
import type { Execution } from './execution.ts';

// A project whose first articles are all hidden is given up: any article will do, from any project.
const articlesLookedAt = 50;

/** An article of a project that the user may see, as far as a short look finds one. */
export function findArticleOf(execution: Execution, projectKey: string): Entity | undefined {
  let visible: Article | undefined;
  let looked = 0;
  execution.api.Project.findByKey(projectKey)?.articles.find((article) => {
    looked += 1;
    if (maySeeArticle(execution.user, article)) visible = article;
    return visible !== undefined || looked >= articlesLookedAt;
  });
  return visible && toArticleEntity(visible, execution);
}
