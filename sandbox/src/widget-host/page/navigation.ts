import type { FrameView } from './frame-view.ts';

/** The part of the page's URL that belongs to the app. Source: JetBrains' Host API, `navigation`. */
export interface AppLocation {
  readonly pathname: string;
  /** Without the question mark. */
  readonly search: string;
  /** Without the hash mark. */
  readonly hash: string;
}

/** Parameters that belong to the sandbox and stay in the URL whatever the app does with its own. */
const ownParameters = ['fail'];

/** `host.navigation` of a full page whose own part of the URL follows `basePath`. */
export function createNavigation(basePath: string, view: FrameView) {
  const read = () => readLocation(basePath);
  let told = JSON.stringify(read());
  const tell = () => {
    const location = read();
    if (JSON.stringify(location) === told) return;
    told = JSON.stringify(location);
    view.tell('onAppLocationChange', location);
  };
  window.addEventListener('popstate', tell);
  window.addEventListener('hashchange', tell);
  const go = (change: unknown, method: 'pushState' | 'replaceState') => {
    history[method](null, '', toUrl(basePath, { ...read(), ...textsOf(change) }));
    tell();
  };
  return {
    getAppLocation: async () => read(),
    updateAppLocation: async (change: unknown) => go(change, 'pushState'),
    replaceAppLocation: async (change: unknown) => go(change, 'replaceState'),
  };
}

function readLocation(basePath: string): AppLocation {
  const parameters = new URLSearchParams(location.search);
  for (const name of ownParameters) parameters.delete(name);
  const isOwn = location.pathname.startsWith(basePath);
  return {
    pathname: isOwn ? decodeURI(location.pathname.slice(basePath.length)) : '',
    search: location.search.includes('fail=') ? parameters.toString() : location.search.replace(/^\?/, ''),
    hash: location.hash.replace(/^#/, ''),
  };
}

function textsOf(change: unknown): Partial<AppLocation> {
  return Object.fromEntries(
    Object.entries(change ?? {}).filter(
      ([name, value]) => ['pathname', 'search', 'hash'].includes(name) && typeof value === 'string',
    ),
  );
}

function toUrl(basePath: string, { pathname, search, hash }: AppLocation): string {
  const kept = [...new URLSearchParams(location.search)].filter(([name]) => ownParameters.includes(name));
  const own = new URLSearchParams(kept).toString();
  const query = [search.replace(/^\?/, ''), own].filter(Boolean).join('&');
  const path = pathname === '' || pathname.startsWith('/') ? pathname : `/${pathname}`;
  return `${basePath}${encodeURI(path)}${query && `?${query}`}${hash && `#${hash.replace(/^#/, '')}`}`;
}
