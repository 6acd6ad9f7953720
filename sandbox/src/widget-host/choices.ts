import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { findUser } from '../world/lookup.ts';
import type { Transaction } from '../world/transaction.ts';
import type { Locale, Theme } from './frame.ts';
import { texts } from './texts.ts';
import type { Viewer } from './viewer.ts';

/** The parameters with which a URL chooses how to look; each is kept in a cookie of the host's pages. */
const cookies = {
  as: 'youtrack-sandbox-user',
  locale: 'youtrack-sandbox-locale',
  theme: 'youtrack-sandbox-theme',
} as const;

type Choice = keyof typeof cookies;

const choices: readonly Choice[] = ['as', 'locale', 'theme'];

const accepted: Readonly<Record<Choice, (value: string) => boolean>> = {
  as: () => true,
  locale: (value) => value === 'en' || value === 'ru',
  theme: (value) => value === 'light' || value === 'dark' || value === 'system',
};

/**
 * Keeps what the URL chooses (`?as=jane&locale=ru&theme=dark`) and returns the URL without it, so that an app that owns its
 * part of the URL never sees it; undefined when the URL chooses nothing.
 */
export function keepChoices(context: Context): string | undefined {
  const url = new URL(context.req.url);
  const names = choices.filter((name) => isChosen(url, name));
  if (names.length === 0) return undefined;
  for (const name of names) {
    setCookie(context, cookies[name], url.searchParams.get(name) ?? '', {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    url.searchParams.delete(name);
  }
  return url.pathname + url.search;
}

function isChosen(url: URL, name: Choice): boolean {
  const value = url.searchParams.get(name);
  return value !== null && accepted[name](value);
}

/** Who looks at the page: the user of the cookie, else the guest. A login that is gone is the guest too. */
export function readViewer(context: Context, tx: Transaction): Viewer {
  const chosen = (name: Choice) => getCookie(context, cookies[name]);
  const guest = findUser(tx, 'guest') ?? '';
  const id = findUser(tx, chosen('as') ?? 'guest') ?? guest;
  const locale: Locale = chosen('locale') === 'ru' ? 'ru' : 'en';
  return {
    id,
    login: String(tx.get(id, 'login') ?? 'guest'),
    isGuest: id === guest,
    locale,
    theme: toTheme(chosen('theme')),
    texts: texts[locale],
  };
}

function toTheme(text: string | undefined): Theme | undefined {
  return text === 'light' || text === 'dark' ? text : undefined;
}
