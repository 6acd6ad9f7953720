import { html } from 'hono/html';
import type { Frame } from '../frame.ts';
import type { Texts } from '../texts.ts';
import type { Html } from './layout.ts';

/** Places for the widgets of one extension point, in the order of the apps; nothing when there are none. */
export function widgetPlaces(point: string, frames: readonly Frame[]): Html | undefined {
  if (frames.length === 0) return undefined;
  return html`<section class="widgets" data-point="${point}">${frames.map(widgetPlace)}</section>`;
}

/** The element in which the page's script shows a widget. */
export function widgetPlace(frame: Frame): Html {
  return html`<div class="place place-${frame.context.placement}" data-frame="${JSON.stringify(frame)}"></div>`;
}

/** The menu whose items open widgets in a dialog; nothing when there are none. */
export function optionsMenu(point: string, frames: readonly Frame[], texts: Texts): Html | undefined {
  if (frames.length === 0) return undefined;
  return html`<details class="options" data-point="${point}">
<summary aria-label="${texts.more}" title="${texts.more}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="2" cy="8" r="1.5"/><circle cx="8" cy="8" r="1.5"/><circle cx="14" cy="8" r="1.5"/></svg></summary>
<div class="options-list">${frames.map(
    (frame) => html`<button type="button" data-dialog="${JSON.stringify(frame)}">${frame.name}</button>`,
  )}</div>
</details>`;
}
