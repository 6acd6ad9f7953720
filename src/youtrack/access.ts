import type { Article, Issue, Project, User } from '@jetbrains/youtrack-scripting-api/entities';

/** YouTrack's guest account: everybody who does not log in. */
export const guestLogin = 'guest';

// An article and a hundred above it. A longer chain can only be a circle in broken data; what was not looked through is hidden.
const mostArticles = 101;

export function maySeeIssue(user: User, issue: Issue): boolean {
  return issue.isVisibleTo(user);
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

export function maySeeProject(user: User, project: Project): boolean {
  return user.hasPermission('READ_PROJECT_BASIC', project) || user.hasPermission('READ_PROJECT', project);
}

export function maySeeUser(user: User, other: User): boolean {
  return (
    user.login === other.login || user.hasPermission('READ_USER_BASIC') || user.hasPermission('READ_USER')
  );
}

export function mayLinkIssue(user: User, { project }: Issue): boolean {
  return user.hasPermission('LINK_ISSUE', project) || user.hasPermission('UPDATE_ISSUE', project);
}

export function mayLinkArticle(user: User, { project }: Article): boolean {
  return user.hasPermission('UPDATE_ARTICLE', project);
}

export function mayLinkProject(user: User, project: Project): boolean {
  return user.hasPermission('UPDATE_PROJECT', project);
}

/** One's own links are one's own; the guest is nobody in particular. */
export function mayLinkUser(user: User, other: User): boolean {
  if (user.login === other.login && user.login.toLowerCase() !== guestLogin) return true;
  return user.hasPermission('UPDATE_USER');
}

/** An article without permitted groups and users is open to all who may read articles. */
function isOpenTo(user: User, { permittedGroups, permittedUsers, project }: Article): boolean {
  if (permittedGroups.isEmpty() && permittedUsers.isEmpty()) return true;
  if (permittedUsers.find(({ login }) => login === user.login)) return true;
  if (permittedGroups.find(({ name, isAllUsersGroup }) => isAllUsersGroup || user.isInGroup(name)))
    return true;
  return user.hasPermission('READ_HIDDEN_STUFF', project);
}
