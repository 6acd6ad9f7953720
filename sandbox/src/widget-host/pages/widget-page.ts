import { html } from 'hono/html';
import type { Frame } from '../frame.ts';
import type { PageParts } from './layout.ts';
import { widgetPlace } from './widgets.ts';

/** A page that is one widget; its name stands above it unless the manifest says `showHeader: false`. */
export function widgetPage(frame: Frame, point: string): PageParts {
  const content = html`${frame.hasHeader && html`<h1 class="page-title">${frame.name}</h1>`}
<section class="page-widget" data-point="${point}">${widgetPlace(frame)}</section>`;
  return { title: frame.name, content };
}
