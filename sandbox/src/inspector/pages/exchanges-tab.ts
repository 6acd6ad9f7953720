import { html } from 'hono/html';
import type { Headers, KeptText, NotedExchange } from '../../ports/journal.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { causeOf } from './cause.ts';
import { type InspectorView, linkTo, moment, type TabContent, table } from './view.ts';
import { writtenBy } from './written.ts';

/** A list of more is not read. */
const mostRows = 200;

/** What was asked of this YouTrack and what its scripts asked of others, the newest first. */
export function exchangesTab(view: InspectorView): TabContent {
  const { sandbox, texts, chosen } = view;
  const exchanges = sandbox.journal.exchanges();
  const id = chosen.get('id');
  const live = table({
    caption: texts.requests,
    headings: [texts.time, texts.who, texts.request, texts.status, texts.duration],
    rows: exchanges
      .slice(-mostRows)
      .reverse()
      .map((exchange) => row(exchange, view)),
    empty: texts.noRequests,
  });
  if (id === null) return { live };
  const exchange = exchanges.find((one) => one.id === Number(id));
  return { live, still: exchange === undefined ? html`<p>${texts.noLonger}</p>` : detail(exchange, view) };
}

function row(
  { id, at, who, direction, method, address, status, tookMs }: NotedExchange,
  view: InspectorView,
): Html {
  const { texts, chosen } = view;
  const isChosen = chosen.get('id') === String(id);
  const way = direction === 'in' ? html`` : html` <span class="badge">${texts.outgoing}</span>`;
  return html`<tr id="exchange-${id}"><td>${moment(at)}</td><td>${who}</td><td><a href="${linkTo({ tab: 'requests', id })}"${isChosen && html` aria-current="true"`}>${method} ${address}</a>${way}</td><td>${showStatus(status)}</td><td class="number">${tookMs.toFixed(1)} ms</td></tr>`;
}

function showStatus(status: number | undefined): Html {
  const isBad = status === undefined || status >= 400;
  return html`<span${isBad && html` class="bad"`}>${status ?? '—'}</span>`;
}

function detail(exchange: NotedExchange, view: InspectorView): Html {
  const { texts, sandbox } = view;
  const { id, at, who, method, address, status, tookMs, direction, problem, cause } = exchange;
  const sent = sandbox.journal
    .exchanges()
    .filter((one) => one.cause?.kind === 'request' && one.cause.id === id);
  const transactions = sandbox.journal
    .transactions()
    .filter((one) => one.cause?.kind === 'request' && one.cause.id === id);
  return html`<section aria-labelledby="chosen"><h2 id="chosen">${method} ${address}</h2>
<dl class="fields"><div><dt>${texts.time}</dt><dd>${moment(at)}</dd></div>
<div><dt>${texts.who}</dt><dd>${who}</dd></div>
<div><dt>${texts.status}</dt><dd>${showStatus(status)}</dd></div>
<div><dt>${texts.duration}</dt><dd>${tookMs.toFixed(1)} ms</dd></div>
${direction === 'out' && html`<div><dt>${texts.cause}</dt><dd>${causeOf(cause, texts)}</dd></div>`}</dl>
${problem !== undefined && html`<p><strong class="bad">${texts.noAnswer}</strong>: ${problem}</p>`}
${body(texts.requestBody, exchange.requestBody, view)}
${body(texts.answerBody, exchange.responseBody, view)}
${direction === 'in' && writtenBy(transactions, view)}
${sent.length > 0 && html`<h3>${texts.sent}</h3><ul class="items">${sent.map((one) => html`<li><a href="${linkTo({ tab: 'requests', id: one.id })}">${one.method} ${one.address}</a> ${showStatus(one.status)}</li>`)}</ul>`}
${headers(texts.requestHeaders, exchange.requestHeaders)}
${headers(texts.answerHeaders, exchange.responseHeaders)}</section>`;
}

function body(title: string, kept: KeptText | undefined, { texts }: InspectorView): Html | undefined {
  if (kept === undefined) return undefined;
  const size = String(kept.size);
  if (kept.cut === 'binary')
    return html`<h3>${title}</h3><p class="quiet">${texts.binary.replace('{size}', size)}</p>`;
  const hint = kept.cut === 'long' && html`<p class="quiet">${texts.cut.replace('{size}', size)}</p>`;
  return html`<h3>${title}</h3>${hint}<pre class="body">${indent(kept)}</pre>`;
}

/** JSON as people read it; what is none, or only the beginning of it, as it is. */
function indent({ text, cut }: KeptText): string {
  if (cut !== undefined || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // It only looked like JSON.
    return text;
  }
}

function headers(title: string, all: Headers): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<details><summary>${title}</summary><dl class="fields">${all.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></details>`;
}
