import { html, raw } from 'hono/html';
import type { PageState } from '../page-state.ts';
import type { Viewer } from '../viewer.ts';

/** A piece of page; what is put into an `html` template is escaped unless it is such a piece itself. */
export type Html = ReturnType<typeof html>;

/** A link of the page's menu. */
export interface MenuItem {
  readonly label: string;
  readonly href: string;
}

export interface PageParts {
  readonly title: string;
  readonly content: Html;
}

/** What surrounds every page. */
export interface Surroundings {
  readonly viewer: Viewer;
  /** Logins one can look as. */
  readonly logins: readonly string[];
  readonly menu: readonly MenuItem[];
  /** URL of the page itself. */
  readonly url: URL;
  readonly state: PageState;
}

/** A whole page of the host. */
export function layout({ title, content }: PageParts, around: Surroundings): Html {
  const { viewer, menu, url, state } = around;
  const { texts } = viewer;
  return html`<!doctype html>
<html lang="${viewer.locale}" data-theme="${viewer.theme ?? 'system'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${texts.sandbox}</title>
<link rel="stylesheet" href="/_host/page.css">
<link rel="icon" href="/favicon.ico">
</head>
<body>
<header class="top">
<a class="brand" href="/">${texts.sandbox}</a>
<nav class="menu">${menu.map(({ label, href }) => menuLink({ label, href }, url))}</nav>
${choices(around)}
</header>
<main>${content}</main>
<script type="application/json" id="page-state">${raw(jsonForScript(state))}</script>
<script src="/_host/page.js" defer></script>
</body>
</html>`;
}

/** A value for a `<script type="application/json">`: nothing in it can end the element. */
function jsonForScript(value: PageState): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function menuLink({ label, href }: MenuItem, url: URL): Html {
  const isCurrent = url.pathname === href || url.pathname.startsWith(`${href}/`);
  return html`<a href="${href}"${isCurrent && html` aria-current="page"`}>${label}</a>`;
}

/** As whom, in which language and theme: one form, sent to the page itself. */
function choices({ viewer, logins, url }: Surroundings): Html {
  const { texts, theme, locale } = viewer;
  const users = logins.map((login) => [login, login === 'guest' ? texts.guest : login] as const);
  const themes = [
    ['system', texts.system],
    ['light', texts.light],
    ['dark', texts.dark],
  ] as const;
  const languages = [
    ['en', 'English'],
    ['ru', 'Русский'],
  ] as const;
  return html`<form class="choices" action="${url.pathname}">
${[...url.searchParams].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${choice({ name: 'as', label: texts.lookingAs, chosen: viewer.login }, users)}
${choice({ name: 'locale', label: texts.language, chosen: locale }, languages)}
${choice({ name: 'theme', label: texts.theme, chosen: theme ?? 'system' }, themes)}
<noscript><button class="button">${texts.apply}</button></noscript>
</form>`;
}

function choice(
  { name, label, chosen }: { readonly name: string; readonly label: string; readonly chosen: string },
  options: readonly (readonly [string, string])[],
): Html {
  return html`<label><span>${label}</span> <select name="${name}" data-submit>${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></label>`;
}
