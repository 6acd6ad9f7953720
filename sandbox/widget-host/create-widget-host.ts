import { Hono } from 'hono';
import { canSee } from '../world/access.ts';
import { findArticle, findIssue, findProject, findUser } from '../world/lookup.ts';
import { createAssets } from './assets.ts';
import type { HostedSandbox } from './hosted-sandbox.ts';
import { createVisit, openPage, type Visit } from './open-page.ts';
import { articlePage } from './pages/article-page.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { indexPage } from './pages/index-page.ts';
import { issuePage } from './pages/issue-page.ts';
import type { PageParts } from './pages/layout.ts';
import { projectPage } from './pages/project-page.ts';
import { userCard, userPage } from './pages/user-page.ts';
import { widgetPage } from './pages/widget-page.ts';
import { articlePlace, issuePlace, projectPlace, userPlace } from './place.ts';
import { readArticle } from './read/read-article.ts';
import { readIndex } from './read/read-index.ts';
import { readIssue } from './read/read-issue.ts';
import { readNewest } from './read/read-lists.ts';
import { readUser } from './read/read-person.ts';
import { readProject } from './read/read-project.ts';
import { createWidgetFiles } from './widget-files.ts';

export interface WidgetHostOptions {
  /** Where the bundles for the browser lie: `page.js`, `page.css`, `yt-app.js`. */
  readonly pageFolder: string;
}

/**
 * The pages that show entities with the widgets of the installed apps, and the widgets' files. URLs are YouTrack's own
 * (`/issue/DEMO-1`, `/articles/DEMO-A-1`, `/projects/DEMO`, `/users/jane`, `/dashboard`, `/app/<app>/<widget>`,
 * `/admin/app/<app>/<widget>`) or begin with `/_host/`.
 */
export function createWidgetHost(sandbox: HostedSandbox, { pageFolder }: WidgetHostOptions): Hono {
  const host = new Hono();
  const page = (show: Parameters<typeof openPage>[1]) => openPage(sandbox, show);
  host.route('/', createWidgetFiles(sandbox, pageFolder));
  host.route('/', createAssets(pageFolder));
  host.get(
    '/',
    page(({ tx, viewer }) => indexPage(readIndex(tx, viewer, sandbox), viewer)),
  );
  host.get(
    '/issue/:id/:slug?',
    page((visit, { id = '' }) => showIssue(visit, id)),
  );
  host.get(
    '/articles/:id/:slug?',
    page((visit, { id = '' }) => showArticle(visit, id)),
  );
  host.get(
    '/projects/:key',
    page((visit, { key = '' }) => showProject(visit, key)),
  );
  host.get('/projects/:key/issues/:id/:slug?', ({ req, redirect }) => redirect(`/issue/${req.param('id')}`));
  host.get('/projects/:key/articles/:id/:slug?', ({ req, redirect }) =>
    redirect(`/articles/${req.param('id')}`),
  );
  host.get(
    '/users/:login',
    page((visit, { login = '' }) => showUser(visit, login)),
  );
  host.get(
    '/dashboard',
    page(({ widgets }) => dashboardPage(widgets())),
  );
  host.get(
    '/app/:app/:widget/*',
    page((visit) => showFullPage(visit, 'MAIN_MENU_ITEM')),
  );
  host.get(
    '/admin/app/:app/:widget/*',
    page((visit) => showFullPage(visit, 'ADMINISTRATION_MENU_ITEM')),
  );
  host.get('/_host/user-card/:login', (context) =>
    sandbox.world.transactions.run('read', (tx) => {
      const visit = createVisit(context, tx, sandbox);
      const user = findVisibleUser(visit, context.req.param('login'));
      return user === undefined
        ? context.notFound()
        : context.html(userCard(user, visit.widgets(userPlace(user))).text);
    }),
  );
  return host;
}

function showIssue({ tx, viewer, widgets }: Visit, text: string): PageParts | undefined {
  const id = findIssue(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const issue = readIssue(tx, viewer, id);
  return issuePage(issue, widgets(issuePlace(issue)));
}

function showArticle({ tx, viewer, widgets }: Visit, text: string): PageParts | undefined {
  const id = findArticle(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const article = readArticle(tx, viewer, id);
  return articlePage(article, widgets(articlePlace(article)));
}

function showProject({ tx, viewer, widgets, url }: Visit, text: string): PageParts | undefined {
  const id = findProject(tx, text);
  if (id === undefined || !canSee(tx, viewer.id, id)) return undefined;
  const project = readProject(tx, id);
  const issues = readNewest(tx, viewer, tx.find('Issue', 'project', { ref: id }));
  const articles = readNewest(tx, viewer, tx.find('Article', 'project', { ref: id }));
  return projectPage({ project, issues, articles }, widgets(projectPlace(project)), url);
}

function showUser(visit: Visit, text: string): PageParts | undefined {
  const user = findVisibleUser(visit, text);
  return user && userPage(user, visit.widgets(userPlace(user)), visit.url);
}

function findVisibleUser({ tx, viewer }: Visit, text: string) {
  const id = text === 'me' ? viewer.id : findUser(tx, text);
  return id !== undefined && canSee(tx, viewer.id, id) ? readUser(tx, id) : undefined;
}

function showFullPage({ widgets, url }: Visit, point: 'MAIN_MENU_ITEM' | 'ADMINISTRATION_MENU_ITEM') {
  const frame = widgets()
    .at(point)
    .find(({ basePath }) => basePath !== null && `${url.pathname}/`.startsWith(`${basePath}/`));
  return frame && widgetPage(frame, point);
}
