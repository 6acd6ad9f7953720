import type { Theme } from './frame.ts';

/** The first word of a widget's document to the page around it. */
export const greeting = 'youtrack-sandbox-widget';

/** What the page answers, with the port on which all else is said. */
export interface Welcome {
  readonly welcome: typeof greeting;
  readonly theme: Theme;
}

/** From the widget. */
export type WidgetMessage =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly type: 'size'; readonly height: number }
  /** An error that nothing in the widget has caught. */
  | { readonly type: 'error'; readonly message: string };

/** What became of a call. */
export type HostAnswer =
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: Failure };

/** To the widget. */
export type HostMessage =
  | HostAnswer
  | { readonly type: 'theme'; readonly theme: Theme }
  | { readonly type: 'callback'; readonly name: string; readonly args: readonly unknown[] };

/** An error as it crosses the border: a name to tell it by and a sentence. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}
