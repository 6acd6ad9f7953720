/** What the server tells the page about a widget it is to show, and what the page tells the widget about itself. */

/** `en` and `ru` are the languages the sandbox's own pages speak; YouTrack knows more. */
export type Locale = 'en' | 'ru';

export type Theme = 'light' | 'dark';

/**
 * How a widget sits on the page; the Host API depends on it. `page` is a full page with a URL of its own, `tile` a
 * dashboard card, `text` a block within rich text, `dialog` what a menu item opens.
 */
export type Placement = 'panel' | 'tab' | 'page' | 'dialog' | 'card' | 'tile' | 'text';

/** `YTApp.entity`: always `id` (an issue's readable one, else the internal one) and `type`, more by kind. Source: JetBrains' Host API, `YTApp` object. */
export interface WidgetEntity {
  readonly id: string;
  readonly type: 'ticket' | 'article' | 'project' | 'user';
  readonly [property: string]: unknown;
}

/** `YTApp.me`. Source: JetBrains' Host API, `YTApp` object. */
export interface WidgetUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly avatarUrl: string;
  readonly userType: { readonly id: string };
}

/** What a widget knows before it has said a word: the frame's name carries it as JSON, so that it is there at once. */
export interface WidgetContext {
  readonly entity: WidgetEntity | null;
  readonly me: WidgetUser;
  readonly locale: Locale;
  readonly widget: { readonly id: string; readonly appId: string };
  readonly placement: Placement;
  /** Which YouTrack it is, and what its host lacks, with the version that brings it: `{storage: '2026.2'}`. */
  readonly youtrack: string;
  readonly missing: Readonly<Record<string, string>>;
}

/** One widget to be shown. */
export interface Frame {
  readonly app: string;
  readonly appTitle: string;
  readonly key: string;
  readonly name: string;
  /** URL of the widget's page. */
  readonly src: string;
  readonly context: WidgetContext;
  /** Path below `/api/` that `scope: true` puts before the endpoint (`issues/2-17`); null without an entity. */
  readonly scopePath: string | null;
  /** Where the part of the URL ends that the host controls (`/app/demo/main`); null unless the placement is `page`. */
  readonly basePath: string | null;
  /** Whether the host shows the widget's name above a full page. */
  readonly hasHeader: boolean;
  /** CSS lengths asked for by the manifest. */
  readonly width: string | null;
  readonly height: string | null;
  /** Names the stored configuration of a dashboard or text widget. */
  readonly instance: string;
}
