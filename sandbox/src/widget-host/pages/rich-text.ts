import { html } from 'hono/html';
import type { Frame } from '../frame.ts';
import type { Html } from './layout.ts';
import { widgetPlace } from './widgets.ts';

/** Finds the frame of a Markdown widget that the viewer sees; `instance` is the key of the block. */
export type FindTextFrame = (app: string, widget: string, instance: string) => Frame | undefined;

/** `![](widget:<app>:<widget>:<key>){width=100% height=68px}`, as YouTrack's editor writes it [seen]. */
const placeholder = /!\[[^[\]]*\]\(widget:([^:()[\]]+):([^:()[\]]+)(?::([^()[\]]*))?\)(?:\{([^{}]*)\})?/g;

/** Text as it is, in paragraphs, with the widgets that are embedded in it. Other Markdown stays as written. */
export function richText(text: string, findFrame: FindTextFrame): Html {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    parts.push(...paragraphs(text.slice(end, match.index)));
    end = match.index + match[0].length;
    const [, app = '', widget = '', instance = '', size = ''] = match;
    const frame = findFrame(app, widget, instance);
    if (frame) parts.push(widgetPlace({ ...frame, ...sizeIn(size, frame) }));
  }
  return html`<div class="rich-text">${parts}${paragraphs(text.slice(end))}</div>`;
}

function sizeIn(attributes: string, { width, height }: Frame): Pick<Frame, 'width' | 'height'> {
  const length = (name: string) => new RegExp(`\\b${name}=(\\d+(?:\\.\\d+)?(?:px|%))`).exec(attributes)?.[1];
  return { width: length('width') ?? width, height: length('height') ?? height };
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph.trim()}</p>`);
}
