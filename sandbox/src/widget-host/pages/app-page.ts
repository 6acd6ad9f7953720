import { html } from 'hono/html';
import type { Inactivity } from '../../apps/inactivity.ts';
import type { Texts } from '../texts.ts';
import type { Html, PageParts } from './layout.ts';

/** An app as its own page shows it. */
export interface AppPageView {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** Where it is inactive, wholly or in part, and why. */
  readonly inactive: readonly Inactivity[];
  /** The newest lines of its log, the newest first. */
  readonly log: readonly {
    readonly level: string;
    readonly script: string | undefined;
    readonly message: string;
  }[];
}

/** What an app's author wants to know first: is it active, why not, and what does its log say? */
export function appPage({ name, title, version, inactive, log }: AppPageView, texts: Texts): PageParts {
  const places = inactive.map(
    ({ project, reasons }) =>
      html`<li>${project ?? texts.server}: ${reasons.map((reason) => html`<span class="badge">${reason}</span> `)}</li>`,
  );
  const lines = log.map(
    ({ level, script, message }) =>
      html`<li><span class="badge">${level}</span> <span class="quiet">${script ?? ''}</span> ${message}</li>`,
  );
  const content = html`<h1>${title}</h1><p class="byline">${name} ${version}</p>
${section(texts.inactive, places, texts)}
${section(texts.log, lines, texts)}`;
  return { title, content };
}

function section(title: string, lines: readonly Html[], texts: Texts): Html {
  const content =
    lines.length === 0 ? html`<p class="quiet">${texts.none}</p>` : html`<ul class="items">${lines}</ul>`;
  return html`<section><h2>${title}</h2>${content}</section>`;
}
