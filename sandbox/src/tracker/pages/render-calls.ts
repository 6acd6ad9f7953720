import { html } from 'hono/html';
import type { JournalEntry } from '../journal.ts';
import type { Language } from '../language.ts';
import { explainFailure } from './explain-failure.ts';
import { formatMoment } from './format-date.ts';
import type { Html } from './layout.ts';
import { texts } from './texts.ts';

const maxShown = 20;

/** The calls that were made about an issue, newest first, folded away. */
export function renderCalls(calls: readonly JournalEntry[], language: Language): Html {
  const t = texts[language];
  const rows = calls
    .slice(-maxShown)
    .reverse()
    .map((call) => renderCall(call, language));
  const list = html`<ul class="plain rows calls">${rows}</ul>`;
  return html`<details><summary>${t.calls} (${calls.length})</summary>
<p class="muted small">${t.callsNote}</p>${rows.length === 0 ? html`<p class="muted">${t.noCalls}</p>` : list}</details>`;
}

/** What became of telling the application, above the page, once after the form was sent. */
export function renderOutcome(call: JournalEntry | undefined, language: Language): Html | '' {
  if (call === undefined) return '';
  const t = texts[language];
  const key = call.remoteKey ?? '';
  if (call.failure !== undefined) {
    return html`<p class="notice bad" role="alert">${t.notTold} (${key}): ${explainFailure(call.failure, language)}.</p>`;
  }
  if (call.status === undefined)
    return html`<p class="notice warn" role="status">${t.stillTelling} (${key}).</p>`;
  return html`<p class="notice good" role="status">${t.told} (${key}).</p>`;
}

function renderCall(call: JournalEntry, language: Language): Html {
  const t = texts[language];
  const answer =
    call.failure === undefined ? (call.status ?? t.underWay) : explainFailure(call.failure, language);
  return html`<li><div class="muted"><time>${formatMoment(call.at, language)} UTC</time> ·
<span class="${call.failure === undefined ? '' : 'bad'}">${answer}</span>${call.durationMs === undefined ? '' : ` · ${call.durationMs} ms`}</div>
<code>${call.method} ${call.url}</code>${call.body === '' ? '' : html`<br><code>${call.body}</code>`}</li>`;
}
