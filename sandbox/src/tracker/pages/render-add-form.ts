import { html } from 'hono/html';
import type { Application } from '../config/application-schema.ts';
import type { Suggestion } from '../outgoing/parse-suggestions.ts';
import type { Html } from './layout.ts';
import type { Texts } from './texts.ts';

/** What the form is filled with when it comes back. */
export interface AddFormState {
  readonly application?: string | undefined;
  readonly key?: string | undefined;
  readonly problem?: 'keyMissing' | 'applicationRefused' | 'locked' | undefined;
  readonly suggestions?: readonly Suggestion[] | undefined;
}

export interface AddFormView {
  readonly issueKey: string;
  readonly applications: readonly Application[];
  readonly state: AddFormState;
  readonly texts: Texts;
}

/** The form that links an object of an application that allows it (`canLinkFromFront`), or a sentence why there is none. */
export function renderAddForm({ issueKey, applications, state, texts: t }: AddFormView): Html {
  const allowed = applications.filter((application) => application.canLinkFromFront);
  const problem =
    state.problem === undefined
      ? ''
      : html`<p class="notice bad" id="problem" role="alert">${t[state.problem]}</p>`;
  if (allowed.length === 0) {
    return html`${problem}<p class="muted">${applications.length === 0 ? t.noApplications : t.notFromHere}</p>`;
  }
  const mayFind = allowed.some((application) => application.suggestUrl !== undefined);
  return html`<div class="card"><h3 id="add-title">${t.addLink}</h3>${problem}
<form class="add" method="post" action="/${issueKey}/links" aria-labelledby="add-title">
<label>${t.application}<select name="application">${allowed.map((application) => renderOption(application, state))}</select></label>
<label>${t.objectKey}<input name="key" value="${state.key ?? ''}" autocomplete="off" spellcheck="false" maxlength="200"
 aria-invalid="${String(state.problem === 'keyMissing')}" aria-describedby="${state.problem === undefined ? '' : 'problem'}"></label>
<button>${t.add}</button>
${mayFind ? html`<button class="quiet" formmethod="get" formaction="/${issueKey}">${t.find}</button>` : ''}
</form>${state.suggestions === undefined ? '' : renderSuggestions(issueKey, state, t)}</div>`;
}

function renderOption({ id, name }: Application, state: AddFormState): Html {
  return id === state.application
    ? html`<option value="${id}" selected>${name}</option>`
    : html`<option value="${id}">${name}</option>`;
}

function renderSuggestions(
  issueKey: string,
  { application = '', suggestions = [] }: AddFormState,
  t: Texts,
): Html {
  if (suggestions.length === 0) return html`<p class="muted found" role="status">${t.foundNothing}</p>`;
  const rows = suggestions.map(
    ({
      key,
      summary,
    }) => html`<li><span class="issue-key">${key}</span> <span class="issue-summary">${summary}</span>
<form class="issue-side" method="post" action="/${issueKey}/links"><input type="hidden" name="application" value="${application}">
<button class="quiet small" name="key" value="${key}" aria-label="${t.linkFound}: ${key}">${t.linkFound}</button></form></li>`,
  );
  return html`<h3 class="found">${t.found}</h3><ul class="plain rows">${rows}</ul>`;
}
