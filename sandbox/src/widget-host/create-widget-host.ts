import { Hono } from 'hono';
import { createAssets } from './assets.ts';
import type { HostedSandbox } from './hosted-sandbox.ts';
import { createVisit, openPage } from './open-page.ts';
import { dashboardPage } from './pages/dashboard-page.ts';
import { indexPage } from './pages/index-page.ts';
import { userCard } from './pages/user-page.ts';
import { userPlace } from './place.ts';
import { readIndex } from './read/read-index.ts';
import {
  findVisibleUser,
  showApp,
  showArticle,
  showFullPage,
  showIssue,
  showProject,
  showUser,
} from './show-entity.ts';
import { createWidgetFiles } from './widget-files.ts';

export interface WidgetHostOptions {
  /** Where the bundles for the browser lie: `page.js`, `page.css`, `yt-app.js`. */
  readonly pageFolder: string;
}

/**
 * The pages that show entities with the widgets of the installed apps, and the widgets' files. URLs are YouTrack's own
 * (`/issue/DEMO-1`, `/articles/DEMO-A-1`, `/projects/DEMO`, `/users/jane`, `/dashboard`, `/app/<app>/<widget>`,
 * `/admin/app/<app>/<widget>`, `/admin/apps/<app>`) or begin with `/_host/`.
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
    '/admin/apps/:app',
    page((visit, { app: name = '' }) => showApp(visit, sandbox, name)),
  );
  host.get(
    '/admin/app/:app/:widget/*',
    page((visit) => showFullPage(visit, 'ADMINISTRATION_MENU_ITEM')),
  );
  host.get('/_host/watch', (context) => context.json(sandbox.watched?.() ?? null));
  host.get('/_host/user-card/:login', (context) =>
    sandbox.world.transactions.run('read', (tx) => {
      const visit = createVisit(context, tx, sandbox);
      const user = findVisibleUser(visit, context.req.param('login'));
      return user === undefined
        ? context.notFound()
        : context.html(userCard(user, visit.widgets(userPlace(user))));
    }),
  );
  return host;
}
