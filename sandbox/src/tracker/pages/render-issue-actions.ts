import { html } from 'hono/html';
import { type Queue, queueKeyOf } from '../issue-book.ts';
import type { Html } from './layout.ts';
import type { Texts } from './texts.ts';

/** Forms to move an issue to another queue and to delete it, folded away. */
export function renderIssueActions(issueKey: string, queues: readonly Queue[], t: Texts): Html {
  const others = queues.filter(({ key }) => key !== queueKeyOf(issueKey));
  const options = others.map(({ key, name }) => html`<option value="${key}">${name}</option>`);
  const move = html`<form class="add" method="post" action="/${issueKey}/move">
<label>${t.moveTo}<select name="queue">${options}</select></label><button>${t.move}</button></form>`;
  return html`<details><summary>${t.actions}</summary><div class="card">${others.length === 0 ? '' : move}
<form method="post" action="/${issueKey}/delete"><button class="quiet">${t.deleteIssue}</button></form></div></details>`;
}
