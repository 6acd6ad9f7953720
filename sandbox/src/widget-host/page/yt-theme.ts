import type { Theme } from '../frame.ts';

/** Ring UI's dark class; its stylesheet redefines every colour under it. */
const darkClass = 'ring-ui-theme-dark';

/**
 * Puts the reader's theme on the widget's document: the class on `html` and `body` (apps look in either place [seen]) and the
 * browser's colour scheme, so that a transparent frame stays transparent on the page around it.
 */
export function showTheme(theme: Theme): void {
  mark(document.documentElement, theme);
  document.documentElement.style.colorScheme = theme;
  if (document.body) mark(document.body, theme);
  else document.addEventListener('DOMContentLoaded', () => mark(document.body, theme), { once: true });
}

function mark(element: Element, theme: Theme): void {
  element.classList.toggle(darkClass, theme === 'dark');
}
