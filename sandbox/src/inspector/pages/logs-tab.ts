import { html } from 'hono/html';
import type { LoggedEntry } from '../../apps/installed-app.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { type InspectorView, moment, type TabContent, table } from './view.ts';

const mostLines = 200;

/** What the logs of all apps say, the newest first. */
export function logsTab({ sandbox, texts }: InspectorView): TabContent {
  const lines = sandbox.apps
    .all()
    .flatMap(({ package: { name }, logs }) => logs().map((entry) => ({ app: name, entry })))
    .sort((one, other) => other.entry.at - one.entry.at || other.entry.id - one.entry.id)
    .slice(0, mostLines);
  return {
    live: table({
      caption: texts.logs,
      headings: [texts.time, texts.level, texts.script, texts.user, texts.message],
      rows: lines.map(row),
      empty: texts.noLogs,
    }),
  };
}

function row({ app, entry }: { readonly app: string; readonly entry: LoggedEntry }): Html {
  const { id, at, level, script, user, message, stack } = entry;
  const place = script === undefined ? app : `${app}/${script}`;
  const trace =
    stack !== undefined &&
    stack !== message &&
    html`<details><summary>stack</summary><pre class="body">${stack}</pre></details>`;
  const isBad = level === 'ERROR';
  return html`<tr id="log-${app}-${id}"><td>${moment(at)}</td><td><span${isBad && html` class="bad"`}>${level}</span></td><td>${place}</td><td>${user ?? ''}</td><td class="text">${message}${trace}</td></tr>`;
}
