import type { Theme } from '../frame.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followers = new Set<(theme: Theme) => void>();

/** The theme of the page: the one chosen, else the one the reader's system prefers. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return dark.matches ? 'dark' : 'light';
}

/** Tells the theme whenever it changes. */
export function onThemeChange(follow: (theme: Theme) => void): void {
  followers.add(follow);
}

/** Watches the two places a theme comes from. */
export function followTheme(): void {
  const tell = () => {
    for (const follow of followers) follow(currentTheme());
  };
  dark.addEventListener('change', tell);
  new MutationObserver(tell).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
