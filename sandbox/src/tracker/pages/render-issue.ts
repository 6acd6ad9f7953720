import { html } from 'hono/html';
import { queueKeyOf, type TrackerIssue } from '../issue-book.ts';
import type { JournalEntry } from '../journal.ts';
import type { Language } from '../language.ts';
import type { ExternalLink } from '../read-external-links.ts';
import { displayName } from '../standard-names.ts';
import type { Tracker } from '../tracker.ts';
import { formatDay, formatMoment } from './format-date.ts';
import { type Html, renderLayout } from './layout.ts';
import { type AddFormState, renderAddForm } from './render-add-form.ts';
import { renderCalls, renderOutcome } from './render-calls.ts';
import { renderExternalLink } from './render-external-link.ts';
import { renderIssueActions } from './render-issue-actions.ts';
import { texts } from './texts.ts';

export interface IssueView {
  readonly tracker: Tracker;
  readonly issue: TrackerIssue;
  readonly links: readonly ExternalLink[];
  readonly language: Language;
  /** The call that the form just sent has led to. */
  readonly outcome: JournalEntry | undefined;
  readonly form: AddFormState;
}

/** An issue's page, with the block of external links. */
export function renderIssue({ tracker, issue, links, language, outcome, form }: IssueView): Html {
  const t = texts[language];
  const queue = queueKeyOf(issue.key);
  const calls = tracker.journal.entries('outgoing').filter((call) => call.issueKey === issue.key);
  const now = tracker.sender.now();
  const rows = links.map((link) => renderExternalLink({ issueKey: issue.key, link, language, now }));
  const list =
    rows.length === 0 ? html`<p class="muted">${t.noLinks}</p>` : html`<ul class="plain rows">${rows}</ul>`;
  const applications = tracker.store.applications();
  const content = html`${renderOutcome(outcome, language)}
<nav class="crumbs" aria-label="${t.path}"><a href="/">${t.queues}</a><a href="/#${queue}">${queue}</a></nav>
<p class="key muted">${issue.key}</p>
<h1>${issue.summary}</h1>
<div class="card">${renderFields(tracker, issue, language)}</div>
<section aria-labelledby="links"><h2 id="links">${t.externalLinks}</h2>${list}
<div class="below">${renderAddForm({ issueKey: issue.key, applications, state: form, texts: t })}</div></section>
${renderIssueActions(issue.key, tracker.store.queues(), t)}
${renderCalls(calls, language)}`;
  return renderLayout({ title: `${issue.key} ${issue.summary}`, language, path: `/${issue.key}`, content });
}

function renderFields({ store }: Tracker, issue: TrackerIssue, language: Language): Html {
  const t = texts[language];
  const { status, resolution, type, priority, assignee, deadline, aliases } = issue;
  const badge = html`<span class="badge${resolution === undefined ? '' : ' done'}">${displayName('statuses', status, language)}</span>`;
  const fields: (readonly [string, Html | string] | undefined)[] = [
    [t.status, badge],
    resolution && [t.resolution, displayName('resolutions', resolution, language)],
    [t.assignee, assignee === undefined ? t.none : (store.findUser(assignee)?.display ?? assignee)],
    [t.deadline, deadline === undefined ? t.none : formatDay(deadline, language)],
    [t.updated, `${formatMoment(issue.updatedAt, language)} UTC`],
    [t.type, displayName('issuetypes', type, language)],
    [t.priority, displayName('priorities', priority, language)],
    aliases.length === 0 ? undefined : [t.formerKeys, aliases.join(', ')],
  ];
  const rows = fields.map((field) => field && html`<div><dt>${field[0]}</dt><dd>${field[1]}</dd></div>`);
  return html`<dl class="fields">${rows}</dl>`;
}
