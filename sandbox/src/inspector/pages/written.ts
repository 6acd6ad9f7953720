import { html } from 'hono/html';
import type { KeptText, NotedTransaction, WrittenEntity } from '../../ports/journal.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import type { InspectorTexts } from '../texts.ts';
import type { InspectorView } from './view.ts';

/** What transactions have written, entity by entity. */
export function writtenBy(transactions: readonly NotedTransaction[], { texts }: InspectorView): Html {
  const parts = transactions.flatMap(({ written, more }) => [
    ...written.map((entity) => showEntity(entity, texts)),
    ...(more > 0 ? [html`<p class="quiet">${texts.moreEntities.replace('{count}', String(more))}</p>`] : []),
  ]);
  return html`<h3>${texts.written}</h3>${parts.length > 0 ? parts : html`<p class="quiet">${texts.nothingWritten}</p>`}`;
}

function showEntity({ type, label, action, properties }: WrittenEntity, texts: InspectorTexts): Html {
  const title = `${type} ${label}: ${texts[action]}`;
  if (properties.length === 0) return html`<p><strong>${title}</strong></p>`;
  return html`<div class="table-place"><table class="table"><caption>${title}</caption>
<thead><tr><th scope="col">${texts.property}</th><th scope="col">${texts.before}</th><th scope="col">${texts.after}</th></tr></thead>
<tbody>${properties.map(
    ({ name, before, after }) =>
      html`<tr><th scope="row">${name}</th><td class="text">${value(before, texts)}</td><td class="text">${value(after, texts)}</td></tr>`,
  )}</tbody></table></div>`;
}

function value(kept: KeptText | undefined, texts: InspectorTexts): Html {
  if (kept === undefined) return html`<span class="quiet">${texts.unset}</span>`;
  return html`${kept.text}${kept.cut === 'long' && html` <span class="quiet">… ${texts.cut.replace('{size}', String(kept.size))}</span>`}`;
}
