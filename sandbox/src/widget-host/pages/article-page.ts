import { html } from 'hono/html';
import type { ArticleView } from '../views.ts';
import type { PageParts } from './layout.ts';
import type { PageWidgets } from './page-widgets.ts';
import { comments, item, person, tags, time } from './parts.ts';
import { richText } from './rich-text.ts';
import { optionsMenu, widgetPlaces } from './widgets.ts';

/** The page of an article, every widget at its place. */
export function articlePage(article: ArticleView, { viewer, at, inText }: PageWidgets): PageParts {
  const { texts } = viewer;
  const { project, parent, children } = article;
  const content = html`<div class="column-main column-only">
<div class="crumbs"><a href="/projects/${project.key}">${project.name}</a>
${parent && html`<a href="/articles/${parent.key}">${parent.summary}</a>`} <span class="key">${article.key}</span>
${optionsMenu('ARTICLE_OPTIONS_MENU_ITEM', at('ARTICLE_OPTIONS_MENU_ITEM'), texts)}</div>
<h1>${article.summary}</h1>
${widgetPlaces('ARTICLE_BELOW_SUMMARY', at('ARTICLE_BELOW_SUMMARY'))}
<p class="byline">${texts.created} ${time(article.created, viewer)} ${texts.by} ${person(article.author, viewer)} ·
${texts.updated} ${time(article.updated, viewer)}</p>
${richText(article.content, inText)}
${tags(article.tags)}
${
  children.length > 0 &&
  html`<section><h2>${texts.subArticles}</h2><ul class="items">${children.map((child) => item(child, 'articles'))}</ul></section>`
}
${widgetPlaces('ARTICLE_ABOVE_ACTIVITY_STREAM', at('ARTICLE_ABOVE_ACTIVITY_STREAM'))}
${comments(article.comments, viewer, inText)}
</div>`;
  return { title: `${article.key} ${article.summary}`, content };
}
