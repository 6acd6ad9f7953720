import type { Id } from '../world/transaction.ts';
import type { Locale, Theme } from './frame.ts';
import type { Texts } from './texts.ts';

/** Who looks at a page, and how they like it. */
export interface Viewer {
  readonly id: Id;
  readonly login: string;
  readonly isGuest: boolean;
  readonly locale: Locale;
  /** Undefined: as the reader's system prefers. */
  readonly theme: Theme | undefined;
  readonly texts: Texts;
}
