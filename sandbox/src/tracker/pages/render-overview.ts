import { html } from 'hono/html';
import type { Queue, TrackerIssue } from '../issue-book.ts';
import type { Language } from '../language.ts';
import { displayName } from '../standard-names.ts';
import type { TrackerStore } from '../tracker-store.ts';
import { type Html, renderLayout } from './layout.ts';
import { texts } from './texts.ts';

/** The first page: every queue with its issues. */
export function renderOverview(store: TrackerStore, language: Language): Html {
  const t = texts[language];
  const queues = store.queues().map((queue) => renderQueue(store, queue, language));
  const content = html`<h1>${t.queues}</h1>${queues.length === 0 ? html`<p class="muted">${t.noQueues}</p>` : queues}`;
  return renderLayout({ title: t.title, language, path: '/', content });
}

function renderQueue(store: TrackerStore, queue: Queue, language: Language): Html {
  const issues = store.issuesOf(queue);
  const rows = html`<ul class="plain rows">${issues.map((issue) => renderRow(store, issue, language))}</ul>`;
  const name = queue.name === queue.key ? '' : html` <span class="muted">${queue.name}</span>`;
  return html`<section aria-labelledby="${queue.key}"><h2 id="${queue.key}">${queue.key}${name}</h2>
${issues.length === 0 ? html`<p class="muted">${texts[language].noIssues}</p>` : rows}</section>`;
}

function renderRow(store: TrackerStore, issue: TrackerIssue, language: Language): Html {
  const status = displayName('statuses', issue.status, language);
  const links = store.linksOf(issue).length;
  const label = `${texts[language].externalLinks}: ${links}`;
  const count = html`<span class="muted small" title="${label}" aria-label="${label}" role="img">⇄ ${links}</span>`;
  const key = issue.resolution === undefined ? issue.key : html`<s>${issue.key}</s>`;
  return html`<li><a class="issue-key" href="/${issue.key}">${key}</a>
<span class="issue-summary">${issue.summary}</span>
<span class="issue-side">${links === 0 ? '' : count}${renderBadge(status, issue.resolution !== undefined)}</span></li>`;
}

function renderBadge(text: string, isDone: boolean): Html {
  return html`<span class="badge${isDone ? ' done' : ''}">${text}</span>`;
}
