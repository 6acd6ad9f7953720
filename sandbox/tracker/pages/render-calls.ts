import { html } from 'hono/html';
import type { JournalEntry } from '../journal.ts';
import type { Language } from '../language.ts';
import { formatMoment } from './format-date.ts';
import type { Html } from './layout.ts';
import { type Texts, texts } from './texts.ts';

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
export function renderOutcome(call: JournalEntry | undefined, t: Texts): Html | '' {
  if (call === undefined) return '';
  if (call.problem !== undefined) {
    return html`<p class="notice bad" role="alert">${t.notTold}: ${describe(call)}.</p>`;
  }
  if (call.status === undefined) return html`<p class="notice warn" role="status">${t.stillTelling}.</p>`;
  return html`<p class="notice good" role="status">${t.told}: ${call.remoteKey ?? ''}.</p>`;
}

/** The failure, with what the application itself says of it when that is short. */
function describe({ problem = '', answer = '' }: JournalEntry): string {
  const reason = /"error_description"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(answer)?.[1];
  return reason === undefined ? problem : `${problem} (${reason.replace(/[.\s]+$/, '')})`;
}

function renderCall(call: JournalEntry, language: Language): Html {
  const t = texts[language];
  const answer = call.problem ?? call.status ?? t.underWay;
  return html`<li><div class="muted"><time>${formatMoment(call.at, language)} UTC</time> ·
<span class="${call.problem === undefined ? '' : 'bad'}">${answer}</span>${call.durationMs === undefined ? '' : ` · ${call.durationMs} ms`}</div>
<code>${call.method} ${call.url}</code>${call.body === '' ? '' : html`<br><code>${call.body}</code>`}</li>`;
}
