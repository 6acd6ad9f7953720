import { html } from 'hono/html';
import type { FieldView, IssueView, LinkView } from '../views.ts';
import type { Html, PageParts } from './layout.ts';
import type { PageWidgets } from './page-widgets.ts';
import { comments, item, person, tags, time } from './parts.ts';
import { richText } from './rich-text.ts';
import { optionsMenu, widgetPlaces } from './widgets.ts';

/** The page of an issue, every widget at its place. */
export function issuePage(issue: IssueView, { viewer, at, inText }: PageWidgets): PageParts {
  const { texts } = viewer;
  const content = html`<div class="columns">
<div class="column-main">
<div class="crumbs"><a href="/projects/${issue.project.key}">${issue.project.name}</a> <span class="key">${issue.key}</span>
${issue.isResolved && html`<span class="badge">${texts.resolved}</span>`}
${optionsMenu('ISSUE_OPTIONS_MENU_ITEM', at('ISSUE_OPTIONS_MENU_ITEM'), texts)}</div>
<h1>${issue.summary}</h1>
${widgetPlaces('ISSUE_BELOW_SUMMARY', at('ISSUE_BELOW_SUMMARY'))}
<p class="byline">${texts.created} ${time(issue.created, viewer)} ${texts.by} ${person(issue.reporter, viewer)} ·
${texts.updated} ${time(issue.updated, viewer)}</p>
${richText(issue.description, inText)}
${links(issue.links, texts.links)}
${widgetPlaces('ISSUE_ABOVE_ACTIVITY_STREAM', at('ISSUE_ABOVE_ACTIVITY_STREAM'))}
${comments(issue.comments, viewer, inText)}
</div>
<aside class="column-side">
${widgetPlaces('ISSUE_FIELD_PANEL_FIRST', at('ISSUE_FIELD_PANEL_FIRST'))}
${fields(issue.fields, texts.none)}
${tags(issue.tags)}
${widgetPlaces('ISSUE_FIELD_PANEL_LAST', at('ISSUE_FIELD_PANEL_LAST'))}
</aside>
</div>`;
  return { title: `${issue.key} ${issue.summary}`, content };
}

function fields(views: readonly FieldView[], none: string): Html {
  return html`<dl class="fields">${views.map(
    ({ name, values }) =>
      html`<div><dt>${name}</dt><dd>${values.length > 0 ? values.join(', ') : html`<span class="quiet">${none}</span>`}</dd></div>`,
  )}</dl>`;
}

function links(views: readonly LinkView[], title: string): Html | undefined {
  if (views.length === 0) return undefined;
  return html`<section class="links"><h2>${title}</h2>${views.map(
    ({ role, issues }) =>
      html`<h3>${role}</h3><ul class="items">${issues.map((issue) => item(issue, 'issue'))}</ul>`,
  )}</section>`;
}
