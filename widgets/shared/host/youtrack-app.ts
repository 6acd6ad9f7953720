/** The part of the URL that a full-page widget controls. Source: JetBrains, "Host API", navigation. */
export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The parameters of `fetchApp` and `fetchYouTrack` that we use. Source: JetBrains, "Host API", requestParams. */
export interface RequestParams {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** `true`: the endpoint of the widget's own entity. */
  readonly scope?: boolean;
}

/** The host as a widget sees it. What only some extension points or newer servers have is optional. */
export interface WidgetHost {
  fetchApp(relativeUrl: string, params: RequestParams): Promise<unknown>;
  fetchYouTrack(relativeUrl: string, params: RequestParams): Promise<unknown>;
  alert(message: string): void;
  readonly navigation?: {
    getAppLocation(): Promise<AppLocation>;
    updateAppLocation(location: Partial<AppLocation>): Promise<void>;
  };
  /** Kept in the browser, for all widgets of the app; since 2026.2. */
  readonly storage?: {
    getItem(key: string): Promise<string | null>;
    setItem(key: string, value: string): Promise<void>;
    removeItem(key: string): Promise<void>;
  };
  /** These are in JetBrains' generated typings alone; `collapse` is the older name of `closeWidget`. */
  closeWidget?(): void;
  collapse?(): void;
  reportWidgetSize?(size: { readonly width: number; readonly height: number }): void;
}

export interface WidgetPlugin {
  onAppLocationChange?(location: AppLocation): void;
}

/** What YouTrack injects into a widget's page. */
export interface YouTrackApp {
  register(plugin?: WidgetPlugin): Promise<WidgetHost>;
  readonly locale: string;
  readonly entity: { readonly id: string; readonly type: string } | null;
  readonly me: { readonly login: string; readonly name?: string };
}

declare global {
  const YTApp: YouTrackApp;
}
