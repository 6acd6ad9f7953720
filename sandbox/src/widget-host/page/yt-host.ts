import { guardLater } from '../../guard-later.ts';
import type { Placement, WidgetContext } from '../frame.ts';
import type { Line } from './yt-line.ts';
import { type RequestParams, toCloneable } from './yt-request.ts';

/** Methods every widget has. Source: JetBrains' Host API and the typings of its app templates (`BaseAPILayer`). */
const everywhere = [
  'alert',
  'enterModalMode',
  'exitModalMode',
  'collapse',
  'reportWidgetSize',
  'reportWidgetScroll',
];

/** Only in dashboards and rich text. Source: the typings of JetBrains' app templates (`EmbeddableWidgetAPI`). */
const embedded = [
  'setTitle',
  'setLoadingAnimationEnabled',
  'enterConfigMode',
  'exitConfigMode',
  'setError',
  'clearError',
  'readCache',
  'storeCache',
  'readConfig',
  'storeConfig',
  'removeWidget',
  'loadServices',
  'fetchHub',
  'downloadFile',
];

const storage = ['getItem', 'setItem', 'removeItem', 'clear', 'getKeys'];
const navigation = ['getAppLocation', 'updateAppLocation', 'replaceAppLocation'];

/** Methods by placement beyond those of every widget. `closeWidget` is used by published apps' menu items [seen]. */
const byPlacement: Record<Placement, readonly string[]> = {
  panel: [],
  tab: [],
  page: [],
  card: [],
  dialog: ['closeWidget'],
  tile: embedded,
  text: embedded,
};

type Method = (...args: unknown[]) => Promise<unknown>;

/** The object that `YTApp.register()` resolves with. Every method returns a promise. */
export function createHost(
  { placement, missing, youtrack }: WidgetContext,
  line: Line,
): Record<string, unknown> {
  const group = (prefix: string, names: readonly string[]): Record<string, Method> =>
    Object.fromEntries(names.map((name) => [name, (...args) => line.call(prefix + name, args)]));
  const host = {
    ...group('', [...everywhere, ...byPlacement[placement]]),
    fetchYouTrack: async (url: unknown, params: RequestParams = {}) =>
      line.call('fetchYouTrack', [String(url), toCloneable(params)]),
    fetchApp: async (url: unknown, params: RequestParams) =>
      line.call('fetchApp', [String(url), toCloneable(params)]),
    storage: group('storage.', storage),
    ...(placement === 'page' ? { navigation: group('navigation.', navigation) } : {}),
  };
  if (Object.keys(missing).length > 0) guardLater(host, { owner: 'host', names: missing, version: youtrack });
  return host;
}
