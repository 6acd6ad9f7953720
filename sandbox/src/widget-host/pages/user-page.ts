import { html } from 'hono/html';
import type { UserView } from '../views.ts';
import type { Html, PageParts } from './layout.ts';
import type { PageWidgets } from './page-widgets.ts';
import { type Tab, tabs, widgetTabs } from './tabs.ts';
import { widgetPlaces } from './widgets.ts';

/** The profile of a user, with a tab for each widget of the profile. */
export function userPage(user: UserView, { viewer, at }: PageWidgets, url: URL): PageParts {
  const { texts } = viewer;
  const all: readonly Tab[] = [
    { name: 'profile', label: texts.profile, point: undefined, content: about(user) },
    ...widgetTabs('USER_PROFILE_SETTINGS', at('USER_PROFILE_SETTINGS')),
  ];
  const login = encodeURIComponent(user.login);
  const content = html`<div class="crumbs"><a href="/users/${login}" data-user-card="/_host/user-card/${login}" class="key">${user.login}</a>
${user.isBanned && html`<span class="badge">${texts.banned}</span>`}</div>
<h1>${user.name}</h1>${tabs(all, url, user.name)}`;
  return { title: user.name, content };
}

/** What comes up when the pointer is on a user's name: who it is, and the widgets of user cards. */
export function userCard(user: UserView, { at }: PageWidgets): Html {
  return html`<h2>${user.name}</h2>${about(user)}${widgetPlaces('USER_CARD', at('USER_CARD'))}`;
}

function about({ login, email }: UserView): Html {
  return html`<p class="byline">${login}${email && html` · ${email}`}</p>`;
}
