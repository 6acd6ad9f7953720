import { html } from 'hono/html';
import type { NotedTransaction } from '../../ports/journal.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { causeOf } from './cause.ts';
import { type InspectorView, linkTo, moment, type TabContent, table } from './view.ts';
import { writtenBy } from './written.ts';

const mostRows = 200;

/** Of so many entities the list says what was done to them. */
const mostNamed = 3;

/** Transactions that have written something, the newest first. */
export function transactionsTab(view: InspectorView): TabContent {
  const { sandbox, texts, chosen } = view;
  const transactions = sandbox.journal.transactions();
  const id = chosen.get('id');
  const live = table({
    caption: texts.transactions,
    headings: [texts.time, texts.written, texts.cause],
    rows: transactions
      .slice(-mostRows)
      .reverse()
      .map((transaction) => row(transaction, view)),
    empty: texts.noTransactions,
  });
  if (id === null) return { live };
  const transaction = transactions.find((one) => one.id === Number(id));
  return {
    live,
    still: transaction === undefined ? html`<p>${texts.noLonger}</p>` : detail(transaction, view),
  };
}

function row(transaction: NotedTransaction, { texts, chosen }: InspectorView): Html {
  const { id, at, cause, written, more } = transaction;
  const named = written
    .slice(0, mostNamed)
    .map(({ type, label, action }) => `${type} ${label}: ${texts[action]}`);
  const others = written.length - named.length + more;
  const rest = others > 0 ? `, ${texts.moreEntities.replace('{count}', String(others))}` : '';
  const isChosen = chosen.get('id') === String(id);
  return html`<tr id="transaction-${id}"><td>${moment(at)}</td><td><a href="${linkTo({ tab: 'transactions', id })}"${isChosen && html` aria-current="true"`}>${named.join(', ')}${rest}</a></td><td>${causeOf(cause, texts)}</td></tr>`;
}

function detail(transaction: NotedTransaction, view: InspectorView): Html {
  const { texts } = view;
  return html`<section aria-labelledby="chosen"><h2 id="chosen">${moment(transaction.at)}</h2>
<dl class="fields"><div><dt>${texts.cause}</dt><dd>${causeOf(transaction.cause, texts)}</dd></div></dl>
${writtenBy([transaction], view)}</section>`;
}
