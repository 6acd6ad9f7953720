import { html } from 'hono/html';
import type { Texts } from '../texts.ts';
import type { Viewer } from '../viewer.ts';
import type { ItemView, PersonView, ProjectView } from '../views.ts';
import type { Html, PageParts } from './layout.ts';
import { item, person } from './parts.ts';

export interface AppView {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly isActive: boolean;
}

export interface IndexView {
  readonly projects: readonly ProjectView[];
  readonly issues: readonly ItemView[];
  readonly articles: readonly ItemView[];
  readonly users: readonly PersonView[];
  readonly apps: readonly AppView[];
}

/** Where to start: what the viewer may see, and which apps are installed. */
export function indexPage({ projects, issues, articles, users, apps }: IndexView, viewer: Viewer): PageParts {
  const { texts } = viewer;
  const content = html`<h1>${texts.sandbox}</h1><p class="quiet">${texts.signInHint}</p>
<div class="lists">
${list(
  texts.projects,
  projects.map(({ key, name }) => item({ key, summary: name, isResolved: false }, 'projects')),
)}
${list(
  texts.issues,
  issues.map((issue) => item(issue, 'issue')),
)}
${list(
  texts.articles,
  articles.map((article) => item(article, 'articles')),
)}
${list(
  texts.users,
  users.map((user) => html`<li>${person(user, viewer)} <span class="quiet">${user.login}</span></li>`),
)}
${list(
  texts.apps,
  apps.map((app) => appLine(app, texts)),
)}
</div>`;
  return { title: texts.projects, content };
}

function list(title: string, lines: readonly Html[]): Html {
  return html`<section><h2>${title}</h2><ul class="items">${lines}</ul></section>`;
}

function appLine({ name, title, version, isActive }: AppView, texts: Texts): Html {
  return html`<li><a href="/admin/apps/${encodeURIComponent(name)}">${title} ${version}</a>${!isActive && html` <span class="badge">${texts.inactive}</span>`}</li>`;
}
