import type { FrameView } from './frame-view.ts';

/**
 * What widgets of dashboards and rich text can do besides. Their configuration and cache are kept in this browser (a server
 * keeps the configuration for everybody). Source: the typings of JetBrains' app templates (`EmbeddableWidgetAPI`).
 */
export function createEmbeddedMethods(view: FrameView) {
  const { instance } = view.frame;
  const tile = view.place.closest<HTMLElement>('.tile');
  connectButtons(tile, view);
  return {
    setTitle: (label: unknown, url: unknown) => setTitle(tile, String(label), String(url ?? '')),
    setLoadingAnimationEnabled: (isEnabled: unknown) =>
      tile?.classList.toggle('tile-loading', isEnabled === true),
    enterConfigMode: () => tile?.classList.add('tile-configuring'),
    exitConfigMode: () => tile?.classList.remove('tile-configuring'),
    setError: (error: unknown) => setError(tile, error instanceof Error ? error.message : String(error)),
    clearError: () => setError(tile, ''),
    readCache: () => read(`cache/${instance}`),
    storeCache: (value: unknown) => write(`cache/${instance}`, value),
    readConfig: () => read(`config/${instance}`),
    storeConfig: (value: unknown) => write(`config/${instance}`, value),
    removeWidget: () => (tile ?? view.place).remove(),
    loadServices: (name: unknown) =>
      name === 'YouTrack' ? [{ id: 'youtrack', applicationName: 'YouTrack', homeUrl: location.origin }] : [],
    fetchHub: () => notEmulated('fetchHub'),
    downloadFile: () => notEmulated('downloadFile'),
  };
}

function connectButtons(tile: HTMLElement | null, view: FrameView): void {
  for (const button of tile?.querySelectorAll<HTMLElement>('[data-callback]') ?? []) {
    button.addEventListener('click', () => view.tell(button.dataset.callback ?? ''));
  }
}

function setTitle(tile: HTMLElement | null, label: string, url: string): void {
  const title = tile?.querySelector('.tile-title');
  if (!title) return;
  const link = document.createElement('a');
  link.href = /^https?:/.test(url) ? url : '#';
  link.textContent = label;
  title.replaceChildren(url ? link : label);
}

function setError(tile: HTMLElement | null, message: string): void {
  const place = tile?.querySelector('.tile-error');
  if (place) place.textContent = message;
}

function read(key: string): unknown {
  return JSON.parse(localStorage.getItem(key) ?? 'null');
}

function write(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value ?? null));
}

function notEmulated(method: string): never {
  throw new Error(`The sandbox does not emulate host.${method}.`);
}
