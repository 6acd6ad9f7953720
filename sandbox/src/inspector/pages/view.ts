import { html } from 'hono/html';
import type { Sandbox } from '../../ports/sandbox.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import type { Viewer } from '../../widget-host/viewer.ts';
import type { Transaction } from '../../world/transaction.ts';
import type { InspectorTexts } from '../texts.ts';

/** What a tab of the inspector is made from. */
export interface InspectorView {
  readonly sandbox: Sandbox;
  readonly tx: Transaction;
  readonly viewer: Viewer;
  readonly texts: InspectorTexts;
  /** What the page's address chooses: `tab`, `id`, `app`, `project`. */
  readonly chosen: URLSearchParams;
}

/** A tab: what is asked for again and again, and what stays until another page is opened. */
export interface TabContent {
  readonly live?: Html;
  readonly still?: Html;
}

/** The address of another part of the inspector. */
export function linkTo(parameters: Readonly<Record<string, string | number>>): string {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(texts)}`;
}

/** A moment of the sandbox's clock, to the second, in UTC. */
export function moment(epochMs: number): Html {
  const iso = new Date(epochMs).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`;
}

export interface Table {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly Html[];
  /** What is said when there are no rows. */
  readonly empty: string;
}

export function table({ caption, headings, rows, empty }: Table): Html {
  if (rows.length === 0) return html`<p class="quiet">${empty}</p>`;
  return html`<div class="table-place"><table class="table"><caption>${caption}</caption>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** A button that has the inspector do something; `fields` say what. */
export function actButton(label: string, fields: Readonly<Record<string, string>>, description = ''): Html {
  return html`<form method="post" class="act">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="button"${description && html` aria-label="${description}"`}>${label}</button></form>`;
}
