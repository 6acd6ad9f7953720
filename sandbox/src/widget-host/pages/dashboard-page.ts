import { html } from 'hono/html';
import type { Frame } from '../frame.ts';
import type { Texts } from '../texts.ts';
import type { Html, PageParts } from './layout.ts';
import type { PageWidgets } from './page-widgets.ts';
import { widgetPlace } from './widgets.ts';

/** A dashboard with every dashboard widget that the viewer sees, each once. */
export function dashboardPage({ viewer, at }: PageWidgets): PageParts {
  const { texts } = viewer;
  const frames = at('DASHBOARD_WIDGET');
  const content = html`<h1>${texts.dashboard}</h1>
${frames.length === 0 && html`<p class="quiet">${texts.noWidgets}</p>`}
<div class="tiles" data-point="DASHBOARD_WIDGET">${frames.map((frame) => tile(frame, texts))}</div>`;
  return { title: texts.dashboard, content };
}

function tile(frame: Frame, texts: Texts): Html {
  return html`<article class="tile"><header><h2 class="tile-title">${frame.name}</h2>
<button type="button" class="button" data-callback="onRefresh">${texts.refresh}</button>
<button type="button" class="button" data-callback="onConfigure">${texts.settings}</button></header>
<p class="tile-error" role="status"></p>${widgetPlace(frame)}</article>`;
}
