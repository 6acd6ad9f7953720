import type { Frame } from '../frame.ts';
import { showAlert } from './alerts.ts';
import { createAppStorage } from './app-storage.ts';
import { closeDialog } from './close-dialog.ts';
import { createEmbeddedMethods } from './embedded-methods.ts';
import { fetchApp, fetchYouTrack } from './fetch-as-viewer.ts';
import type { FrameView } from './frame-view.ts';
import { enterModalMode, exitModalMode } from './modal-mode.ts';
import { createNavigation } from './navigation.ts';
import { parseWidgetRequest } from './widget-request.ts';

/** Arguments come from a stranger's code: each method makes of them what it can. */
export type Methods = ReadonlyMap<string, (...args: readonly unknown[]) => unknown>;

/** The page's side of the Host API for one widget. Source: JetBrains' Host API and the typings of its app templates. */
export function createMethods(frame: Frame, view: FrameView): Methods {
  const { placement } = frame.context;
  const leave = () => (placement === 'dialog' ? closeDialog(view) : exitModalMode(view));
  return new Map<string, (...args: readonly unknown[]) => unknown>([
    ['register', (callbacks) => view.register(callbacks)],
    ['alert', showAlert],
    ['fetchYouTrack', (url, request) => fetchYouTrack(frame, String(url), parseWidgetRequest(request))],
    ['fetchApp', (url, request) => fetchApp(frame, String(url), parseWidgetRequest(request))],
    ['enterModalMode', () => enterModalMode(view)],
    ['exitModalMode', () => exitModalMode(view)],
    ['collapse', leave],
    ['closeWidget', leave],
    ['reportWidgetSize', (size) => view.resize(size)],
    ['reportWidgetScroll', () => undefined],
    ...prefixed('storage.', createAppStorage(frame.app)),
    ...prefixed('navigation.', frame.basePath === null ? {} : createNavigation(frame.basePath, view)),
    ...prefixed('', createEmbeddedMethods(view)),
  ]);
}

function prefixed(
  prefix: string,
  methods: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>,
): [string, (...args: readonly unknown[]) => unknown][] {
  return Object.entries(methods).map(([name, method]) => [prefix + name, method]);
}
