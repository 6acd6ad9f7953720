import { html } from 'hono/html';
import type { Cause } from '../../ports/journal.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import type { InspectorTexts } from '../texts.ts';
import { linkTo } from './view.ts';

/** What has set something off, in words; a request can be gone to. */
export function causeOf(cause: Cause | undefined, texts: InspectorTexts): Html {
  if (cause === undefined) return html`${texts.itself}`;
  if (cause.kind === 'request')
    return html`<a href="${linkTo({ tab: 'requests', id: cause.id })}">${texts.requestNumber.replace('{id}', String(cause.id))}</a>`;
  const script = `${cause.app}/${cause.script}`;
  if (cause.kind === 'schedule') return html`${texts.scheduleOf.replace('{script}', script)}`;
  return html`${script} ${cause.function}()`;
}
