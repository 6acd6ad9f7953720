import { html } from 'hono/html';
import type { Viewer } from '../viewer.ts';
import type { CommentView, ItemView, PersonView } from '../views.ts';
import type { Html } from './layout.ts';
import { type FindTextFrame, richText } from './rich-text.ts';

/** A user's name; the pointer on it brings up their card. */
export function person(view: PersonView | undefined, viewer: Viewer): Html {
  if (view === undefined) return html`<span class="quiet">${viewer.texts.none}</span>`;
  const login = encodeURIComponent(view.login);
  return html`<a href="/users/${login}" data-user-card="/_host/user-card/${login}">${view.name}</a>`;
}

/** A time as its readers write it, in UTC. */
export function time(epochMs: number, viewer: Viewer): Html {
  const format = new Intl.DateTimeFormat(viewer.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return html`<time datetime="${new Date(epochMs).toISOString()}">${format.format(epochMs)}</time>`;
}

/** A line with an issue or article. */
export function item(
  { key, summary, isResolved }: ItemView,
  folder: 'issue' | 'articles' | 'projects',
): Html {
  const url = `/${folder}/${encodeURIComponent(key)}`;
  return html`<li><a href="${url}"${isResolved && html` class="done"`}><span class="key">${key}</span> ${summary}</a></li>`;
}

export function tags(names: readonly string[]): Html | undefined {
  if (names.length === 0) return undefined;
  return html`<p class="tags">${names.map((name) => html`<span class="tag">${name}</span> `)}</p>`;
}

/** The comments below an issue or article. */
export function comments(views: readonly CommentView[], viewer: Viewer, findFrame: FindTextFrame): Html {
  const { texts } = viewer;
  return html`<section class="activity"><h2>${texts.comments}</h2>
${views.length === 0 && html`<p class="quiet">${texts.noComments}</p>`}
${views.map(
  ({ author, created, text }) =>
    html`<article class="comment"><p class="byline">${person(author, viewer)} ${time(created, viewer)}</p>${richText(text, findFrame)}</article>`,
)}</section>`;
}
