import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Transaction } from '../world/transaction.ts';
import { keepChoices, readViewer } from './choices.ts';
import type { HostedSandbox } from './hosted-sandbox.ts';
import { inspectorPath } from './inspector-path.ts';
import type { Fail } from './page-state.ts';
import { layout, type MenuItem, type PageParts, type Surroundings } from './pages/layout.ts';
import { createPageWidgets, type PageWidgets } from './pages/page-widgets.ts';
import type { Place } from './place.ts';
import { textOf } from './read/properties.ts';
import type { Viewer } from './viewer.ts';

/** One request for a page: who asks, and what they may be shown. */
export interface Visit {
  readonly tx: Transaction;
  readonly viewer: Viewer;
  readonly url: URL;
  widgets(place?: Place): PageWidgets;
}

/** Answers with a page; with 404 when `show` finds nothing that the viewer may see. */
export function openPage(
  sandbox: HostedSandbox,
  show: (visit: Visit, parameters: Readonly<Record<string, string>>) => PageParts | undefined,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const elsewhere = keepChoices(context);
    if (elsewhere !== undefined) return context.redirect(elsewhere, 303);
    return sandbox.world.transactions.run('read', (tx) => {
      const visit = createVisit(context, tx, sandbox);
      const parts = show(visit, context.req.param());
      const page = layout(parts ?? nothing(visit.viewer), surroundings(visit, sandbox));
      return context.html(page, parts === undefined ? 404 : 200);
    });
  };
}

/** A request as seen inside a transaction. */
export function createVisit(context: Context, tx: Transaction, sandbox: HostedSandbox): Visit {
  const viewer = readViewer(context, tx);
  const widgets = (place?: Place) => createPageWidgets({ sandbox, tx, viewer, place });
  return { tx, viewer, url: new URL(context.req.url), widgets };
}

function nothing({ texts, login }: Viewer): PageParts {
  const content = html`<h1>${texts.notFound}</h1><p>${texts.notFoundHint.replace('{user}', login)}</p>`;
  return { title: texts.notFound, content };
}

function surroundings(visit: Visit, { watched }: HostedSandbox): Surroundings {
  const { tx, viewer, url } = visit;
  const { login, isGuest, locale, texts } = viewer;
  const token = isGuest ? null : `perm:${login}`;
  const edition = watched?.()?.edition ?? null;
  const state = { login, token, locale, fail: toFail(url), edition, texts };
  return { viewer, logins: readLogins(tx, login), menu: menuOf(visit), url, state };
}

function menuOf({ viewer, widgets }: Visit): readonly MenuItem[] {
  const { at } = widgets();
  const { texts } = viewer;
  const toItem = (prefix: string) => (frame: { name: string; basePath: string | null }) => ({
    label: prefix + frame.name,
    href: frame.basePath ?? '/',
  });
  return [
    { label: texts.dashboard, href: '/dashboard' },
    { label: texts.inspector, href: inspectorPath },
    ...at('MAIN_MENU_ITEM').map(toItem('')),
    ...at('ADMINISTRATION_MENU_ITEM').map(toItem(`${texts.administration}: `)),
  ];
}

const maxLogins = 200;

/** Everybody one can look as, the guest first; with very many users the first ones and the one who looks. */
function readLogins(tx: Transaction, current: string): readonly string[] {
  const logins = [...tx.all('User')].slice(0, maxLogins).map((id) => textOf(tx, id, 'login'));
  return [...new Set(['guest', ...logins.sort(), current])];
}

function toFail(url: URL): Fail | null {
  const wanted = url.searchParams.get('fail');
  return wanted === '500' || wanted === 'timeout' || wanted === 'offline' ? wanted : null;
}
