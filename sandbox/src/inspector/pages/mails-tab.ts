import { html } from 'hono/html';
import type { SentMail } from '../../ports/sandbox-api.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { type InspectorView, linkTo, moment, type TabContent, table } from './view.ts';

/** The mails that scripts would have sent, the newest first. */
export function mailsTab(view: InspectorView): TabContent {
  const { sandbox, texts, chosen } = view;
  const { outbox } = sandbox;
  const id = chosen.get('id');
  const live = table({
    caption: texts.mails,
    headings: [texts.time, texts.to, texts.subject, texts.app],
    rows: outbox.map((mail, index) => row(mail, index + 1, view)).reverse(),
    empty: texts.noMails,
  });
  if (id === null) return { live };
  const mail = outbox[Number(id) - 1];
  return { live, still: mail === undefined ? html`<p>${texts.noLonger}</p>` : detail(mail, view) };
}

function row({ at, to, subject, app }: SentMail, number: number, { chosen }: InspectorView): Html {
  const isChosen = chosen.get('id') === String(number);
  const link = linkTo({ tab: 'mails', id: number });
  return html`<tr id="mail-${number}"><td>${moment(at)}</td><td>${to.join(', ')}</td><td><a href="${link}"${isChosen && html` aria-current="true"`}>${subject || '—'}</a></td><td>${app}</td></tr>`;
}

/** The mail's HTML is shown where none of its scripts run. */
function detail({ at, to, cc, bcc, subject, body, headers }: SentMail, { texts }: InspectorView): Html {
  const lines = Object.entries({ Cc: cc.join(', '), Bcc: bcc.join(', '), ...headers }).filter(
    ([, value]) => value,
  );
  return html`<section aria-labelledby="chosen"><h2 id="chosen">${subject || '—'}</h2>
<dl class="fields"><div><dt>${texts.time}</dt><dd>${moment(at)}</dd></div><div><dt>${texts.to}</dt><dd>${to.join(', ')}</dd></div>
${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<iframe class="mail" sandbox="" title="${subject || texts.mails}" srcdoc="${body}"></iframe></section>`;
}
