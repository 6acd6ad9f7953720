import '@jetbrains/ring-ui-built/components/style.css';
import './styles/base.css';
import { type ComponentChildren, render } from 'preact';
import { type AppClient, createClient } from './host/create-client.ts';
import { createCauseFinder } from './host/find-cause.ts';
import { joinHost } from './host/join-host.ts';
import type { WidgetHost, WidgetPlugin, YouTrackApp } from './host/youtrack-app.ts';
import type { Messages, Translator } from './i18n/create-translator.ts';
import { createWidgetTranslator, type SharedKey, TranslationContext } from './i18n/translation.ts';

/** What a widget has once YouTrack knows it. */
export interface StartedWidget<Key extends string> {
  readonly app: YouTrackApp;
  readonly host: WidgetHost;
  readonly client: AppClient;
  readonly translator: Translator<SharedKey | Key>;
}

interface WidgetOptions<Key extends string> {
  /** Messages of this widget beside the shared ones. */
  readonly messages: Record<'en' | 'ru', Messages<Key>>;
  readonly plugin?: WidgetPlugin;
  readonly view: (widget: StartedWidget<Key>) => ComponentChildren | Promise<ComponentChildren>;
}

/** Registers the widget with YouTrack and draws it in YouTrack's language. */
export async function startWidget<Key extends string>({
  messages,
  plugin,
  view,
}: WidgetOptions<Key>): Promise<void> {
  const { host, fetching } = await joinHost(plugin);
  const translator = createWidgetTranslator(YTApp.locale, messages);
  const client = createClient(fetching, () => navigator.onLine, createCauseFinder(host, YTApp.entity));
  const root = document.getElementById('root');
  if (root === null) return;
  document.documentElement.lang = translator.language;
  const drawn = await view({ app: YTApp, host, client, translator });
  render(<TranslationContext.Provider value={translator}>{drawn}</TranslationContext.Provider>, root);
}
