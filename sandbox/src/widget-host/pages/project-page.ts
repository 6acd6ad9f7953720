import { html } from 'hono/html';
import type { ItemView, ProjectView } from '../views.ts';
import type { PageParts } from './layout.ts';
import type { PageWidgets } from './page-widgets.ts';
import { item, person } from './parts.ts';
import { richText } from './rich-text.ts';
import { type Tab, tabs, widgetTabs } from './tabs.ts';

export interface ProjectPageView {
  readonly project: ProjectView;
  readonly issues: readonly ItemView[];
  readonly articles: readonly ItemView[];
}

/** The page of a project: an overview, and a tab for each widget of its page, its settings and its channels. */
export function projectPage(
  { project, issues, articles }: ProjectPageView,
  widgets: PageWidgets,
  url: URL,
): PageParts {
  const { viewer, at } = widgets;
  const { texts } = viewer;
  const overview = html`<p class="byline">${texts.leader}: ${person(project.leader, viewer)}</p>
${richText(project.description, () => undefined)}
<h2>${texts.issues}</h2><ul class="items">${issues.map((issue) => item(issue, 'issue'))}</ul>
<h2>${texts.articles}</h2><ul class="items">${articles.map((article) => item(article, 'articles'))}</ul>`;
  const all: readonly Tab[] = [
    { name: 'overview', label: texts.overview, point: undefined, content: overview },
    ...widgetTabs('PROJECT_TAB', at('PROJECT_TAB')),
    ...widgetTabs('PROJECT_SETTINGS', at('PROJECT_SETTINGS')).map((tab) => ({
      ...tab,
      label: `${texts.settings}: ${tab.label}`,
    })),
    ...widgetTabs('HELPDESK_CHANNEL', at('HELPDESK_CHANNEL'), texts.helpdeskOnly),
  ];
  const content = html`<div class="crumbs"><span class="key">${project.key}</span>
${project.isArchived && html`<span class="badge">${texts.archived}</span>`}</div>
<h1>${project.name}</h1>${tabs(all, url, project.name)}`;
  return { title: project.name, content };
}
