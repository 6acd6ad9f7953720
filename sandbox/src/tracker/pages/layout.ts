import { html, raw } from 'hono/html';
import type { Language } from '../language.ts';
import { style } from './style.ts';
import { texts } from './texts.ts';

/** A piece of page; what is put into an `html` template is escaped unless it is such a piece itself. */
export type Html = ReturnType<typeof html>;

export interface Layout {
  readonly title: string;
  readonly language: Language;
  /** The page's own path, which the language switch comes back to. */
  readonly path: string;
  readonly content: Html;
}

/** A whole page: head, bar with the language switch, content. */
export function renderLayout({ title, language, path, content }: Layout): Html {
  const t = texts[language];
  const other = language === 'en' ? 'ru' : 'en';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header><div class="bar">
<strong><a href="/">${t.title}</a></strong> <span class="muted small">${t.standIn}</span>
<a class="language small" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
</div></header>
<main>${content}</main>
</body>
</html>`;
}
