import type { Locale } from './frame.ts';
import type { Texts } from './texts.ts';

/** What the page's script must know besides the widgets; the page carries it as JSON. */
export interface PageState {
  /** Login of whoever is looking. */
  readonly login: string;
  /** Their token, or null for the guest. Only the page holds it; widgets never see it. */
  readonly token: string | null;
  readonly locale: Locale;
  /** The failure asked for with `?fail=`. */
  readonly fail: Fail | null;
  /** Which edition of watched apps the page shows; null when none are watched. */
  readonly edition: string | null;
  readonly texts: Texts;
}

/** `500`: every call is answered so; `timeout`: never answered; `offline`: no connection. */
export type Fail = '500' | 'timeout' | 'offline';
