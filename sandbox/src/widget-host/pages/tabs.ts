import { html } from 'hono/html';
import type { Frame } from '../frame.ts';
import type { Html } from './layout.ts';
import { widgetPlace } from './widgets.ts';

/** A tab and what it shows. */
export interface Tab {
  /** The value of `?tab=`. */
  readonly name: string;
  /** Other values of it, as YouTrack writes them. */
  readonly aliases?: readonly string[];
  readonly label: string;
  readonly point: string | undefined;
  readonly content: Html;
}

/** Tabs of which `?tab=` chooses one, else the first; `label` says what they are tabs of. */
export function tabs(all: readonly Tab[], url: URL, label: string): Html {
  const wanted = url.searchParams.get('tab');
  const chosen = all.find(({ name, aliases = [] }) => [name, ...aliases].includes(wanted ?? '')) ?? all[0];
  return html`<nav class="tabs" aria-label="${label}">${all.map(
    (tab) =>
      html`<a href="?tab=${encodeURIComponent(tab.name)}"${tab === chosen && html` aria-current="page"`}>${tab.label}</a>`,
  )}</nav>
<section class="tab"${chosen?.point && html` data-point="${chosen.point}"`}>${chosen?.content}</section>`;
}

/** One tab for each widget of an extension point; its address on a server is `?tab=<app>:<widget name>` [seen]. */
export function widgetTabs(point: string, frames: readonly Frame[], hint?: string): readonly Tab[] {
  return frames.map((frame) => ({
    name: `${frame.app}/${frame.key}`,
    aliases: [`${frame.app}:${frame.name}`, `${frame.app}:${frame.key}`],
    label: frame.name,
    point,
    content: html`${hint && html`<p class="quiet">${hint}</p>`}${widgetPlace(frame)}`,
  }));
}
