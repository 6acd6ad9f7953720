import { canSee, hasPermission } from '../world/access.ts';
import { findArticle, findIssue, findProject, findUser } from '../world/lookup.ts';
import type { HostedSandbox } from './hosted-sandbox.ts';
import type { Visit } from './open-page.ts';
import { appPage } from './pages/app-page.ts';
import { articlePage } from './pages/article-page.ts';
import { issuePage } from './pages/issue-page.ts';
import type { PageParts } from './pages/layout.ts';
import { projectPage } from './pages/project-page.ts';
import { userPage } from './pages/user-page.ts';
import { widgetPage } from './pages/widget-page.ts';
import { articlePlace, issuePlace, projectPlace, userPlace } from './place.ts';
import { readApp } from './read/read-app.ts';
import { readArticle } from './read/read-article.ts';
import { readIssue } from './read/read-issue.ts';
import { readNewest } from './read/read-lists.ts';
import { readUser } from './read/read-person.ts';
import { readProject } from './read/read-project.ts';
import type { UserView } from './views.ts';

/** The page of an issue; undefined when there is none that the viewer may see. */
export function showIssue({ tx, viewer, widgets }: Visit, text: string): PageParts | undefined {
  const id = findIssue(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const issue = readIssue(tx, viewer, id);
  return issuePage(issue, widgets(issuePlace(issue)));
}

/** The page of an article, likewise. */
export function showArticle({ tx, viewer, widgets }: Visit, text: string): PageParts | undefined {
  const id = findArticle(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const article = readArticle(tx, viewer, id);
  return articlePage(article, widgets(articlePlace(article)));
}

/** The page of a project, likewise. */
export function showProject({ tx, viewer, widgets, url }: Visit, text: string): PageParts | undefined {
  const id = findProject(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const project = readProject(tx, id);
  const issues = readNewest(tx, viewer, tx.find('Issue', 'project', { ref: id }));
  const articles = readNewest(tx, viewer, tx.find('Article', 'project', { ref: id }));
  return projectPage({ project, issues, articles }, widgets(projectPlace(project)), url);
}

/** The page of an app, for those who administer apps. */
export function showApp({ tx, viewer }: Visit, sandbox: HostedSandbox, name: string): PageParts | undefined {
  const app = sandbox.apps.all().find((one) => one.package.name === name);
  const mayLook = ['ADMIN_READ_APP', 'ADMIN_UPDATE_APP'].some((key) => hasPermission(tx, viewer.id, key));
  return app !== undefined && mayLook ? appPage(readApp(tx, sandbox, app), viewer.texts) : undefined;
}

/** The profile of a user, likewise; `me` is the viewer. */
export function showUser(visit: Visit, text: string): PageParts | undefined {
  const user = findVisibleUser(visit, text);
  return user && userPage(user, visit.widgets(userPlace(user)), visit.url);
}

/** A user by login, if the viewer may see them; `me` is the viewer. */
export function findVisibleUser({ tx, viewer }: Visit, text: string): UserView | undefined {
  const id = text === 'me' ? viewer.id : findUser(tx, text);
  return id !== undefined && canSee(tx, viewer.id, id) ? readUser(tx, id) : undefined;
}

/** The page that is one widget, if the viewer sees it. */
export function showFullPage(
  { widgets, url }: Visit,
  point: 'MAIN_MENU_ITEM' | 'ADMINISTRATION_MENU_ITEM',
): PageParts | undefined {
  const frame = widgets()
    .at(point)
    .find(({ basePath }) => basePath !== null && `${url.pathname}/`.startsWith(`${basePath}/`));
  return frame && widgetPage(frame, point);
}
