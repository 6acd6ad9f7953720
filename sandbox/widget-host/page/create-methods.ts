import type { Frame } from '../frame.ts';
import { showAlert } from './alerts.ts';
import { createAppStorage } from './app-storage.ts';
import { closeDialog } from './close-dialog.ts';
import { createEmbeddedMethods } from './embedded-methods.ts';
import { fetchApp, fetchYouTrack } from './fetch-as-viewer.ts';
import type { FrameView } from './frame-view.ts';
import { enterModalMode, exitModalMode } from './modal-mode.ts';
import { createNavigation } from './navigation.ts';
import type { WidgetRequest } from './widget-request.ts';

// Arguments come from a stranger's code; each method checks what it takes.
// biome-ignore lint/suspicious/noExplicitAny: the one place where the wire meets typed functions
export type Methods = ReadonlyMap<string, (...args: any[]) => unknown>;

/** The page's side of the Host API for one widget. Source: JetBrains' Host API and the typings of its app templates. */
export function createMethods(frame: Frame, view: FrameView): Methods {
  const { placement } = frame.context;
  const leave = () => (placement === 'dialog' ? closeDialog(view) : exitModalMode(view));
  return new Map<string, (...args: never[]) => unknown>([
    ['register', (callbacks: readonly string[]) => view.register(callbacks)],
    ['alert', showAlert],
    ['fetchYouTrack', (url: string, request: WidgetRequest) => fetchYouTrack(frame, url, request)],
    ['fetchApp', (url: string, request: WidgetRequest & { scope: boolean }) => fetchApp(frame, url, request)],
    ['enterModalMode', () => enterModalMode(view)],
    ['exitModalMode', () => exitModalMode(view)],
    ['collapse', leave],
    ['closeWidget', leave],
    ['reportWidgetSize', (size: { height?: unknown }) => view.resize(size)],
    ['reportWidgetScroll', () => undefined],
    ...prefixed('storage.', createAppStorage(frame.app)),
    ...prefixed('navigation.', frame.basePath === null ? {} : createNavigation(frame.basePath, view)),
    ...prefixed('', createEmbeddedMethods(view)),
  ]);
}

function prefixed(prefix: string, methods: object): [string, (...args: never[]) => unknown][] {
  return Object.entries(methods).map(([name, method]) => [prefix + name, method]);
}
