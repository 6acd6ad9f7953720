import type { Article, User } from '@jetbrains/youtrack-scripting-api/entities';
import type { Entity, EntityFacts } from '../ports/youtrack.ts';
import { once } from '../protocol/once.ts';
import { toPagePath } from '../protocol/page-path.ts';
import { describeDocument } from './describe-document.ts';
import type { Execution } from './execution.ts';
import { findText, toText } from './host-values.ts';
import { toProject } from './projects.ts';
import { createStore, readTrackerIdentity } from './store.ts';

// An article and a hundred above it. A longer chain can only be a circle in broken data; what was not looked through is hidden.
const mostArticles = 101;

/** An article as the operations see it; of its project nothing is read until somebody asks. */
export function toArticleEntity(article: Article, execution: Execution): Entity {
  const { user } = execution;
  const key = once(() => toText(article.id));
  const project = once(() => toProject(article.project, execution));
  return {
    kind: 'article',
    get key() {
      return key();
    },
    get project() {
      return project();
    },
    store: createStore(article, execution),
    isVisible: () => maySeeArticle(user, article),
    mayChangeLinks: () => mayLinkArticle(user, article),
    describe: () => describeArticle(article),
    readUrl: () => findText(article.url) ?? toPagePath('article', key()),
  };
}

/** An article's author stands where an issue's assignee does. */
export function describeArticle(article: Article): EntityFacts {
  const assignee = readTrackerIdentity(article.author);
  return { ...describeDocument(article), ...(assignee && { assignee }) };
}

/** The API has no `isVisibleTo` for articles: the article and every article above it must be open to the user. */
export function maySeeArticle(user: User, article: Article): boolean {
  if (!user.hasPermission('READ_ARTICLE', article.project)) return false;
  let above: Article | null | undefined = article;
  for (let looked = 0; above && looked < mostArticles; looked += 1) {
    if (!isOpenTo(user, above)) return false;
    above = above.parentArticle;
  }
  return !above;
}

export function mayLinkArticle(user: User, { project }: Article): boolean {
  return user.hasPermission('UPDATE_ARTICLE', project);
}

/** An article without permitted groups and users is open to all who may read articles. */
function isOpenTo(user: User, { permittedGroups, permittedUsers, project }: Article): boolean {
  if (permittedGroups.isEmpty() && permittedUsers.isEmpty()) return true;
  if (permittedUsers.find(({ login }) => login === user.login)) return true;
  if (permittedGroups.find(({ name, isAllUsersGroup }) => isAllUsersGroup || user.isInGroup(name)))
    return true;
  return user.hasPermission('READ_HIDDEN_STUFF', project);
}
