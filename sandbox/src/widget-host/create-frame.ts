import type { WidgetDeclaration } from '../apps/app-package.ts';
import { missingOf, type YouTrackVersion } from '../youtrack-versions.ts';
import { placements } from './extension-point.ts';
import type { Frame, Locale, Placement } from './frame.ts';
import type { HostedApp } from './hosted-sandbox.ts';
import type { Scene, VisibleWidget } from './visible-widgets.ts';

/** Where a frame stands and how its reader speaks. */
export interface FrameSetting {
  readonly scene: Scene;
  readonly locale: Locale;
  /** What came later is not in the widget's host. */
  readonly youtrack: YouTrackVersion;
  /** URL of a full page; null elsewhere. */
  readonly basePath: string | null;
  /** Sets several widgets of one kind on one page apart (the key of a block in rich text). */
  readonly instance?: string;
}

/** Prepares a visible widget for the page's script. */
export function createFrame({ app, widget }: VisibleWidget, setting: FrameSetting): Frame {
  const { me, place } = setting.scene;
  const appPackage = app.package;
  const placement = placementOf(widget);
  const index = appPackage.widgets.indexOf(widget);
  const context = {
    entity: place?.entity ?? null,
    me,
    locale: setting.locale,
    widget: { id: `${app.id}-${index + 1}`, appId: app.id },
    placement,
    youtrack: setting.youtrack,
    missing: missingOf('host', setting.youtrack),
  };
  return {
    app: appPackage.name,
    appTitle: appPackage.title,
    key: widget.key,
    name: widget.name,
    src: sourceOf(app, widget),
    context: placement === 'text' ? { ...context, entity: bare(context.entity) } : context,
    scopePath: place?.scopePath ?? null,
    basePath: setting.basePath,
    hasHeader: widget.showHeader,
    ...sizeOf(widget, placement),
    instance: [appPackage.name, widget.key, place?.entity.id, setting.instance].filter(Boolean).join('/'),
  };
}

function placementOf({ extensionPoint }: WidgetDeclaration): Placement {
  const known: Readonly<Record<string, Placement>> = placements;
  return known[extensionPoint] ?? 'panel';
}

/** A widget in rich text learns no more than `id` and `type` [seen]. */
function bare(entity: Frame['context']['entity']): Frame['context']['entity'] {
  return entity && { id: entity.id, type: entity.type };
}

/** The URL that YouTrack itself uses [seen]; a query of the manifest's `indexPath` stays. */
function sourceOf(app: HostedApp, widget: WidgetDeclaration): string {
  const path = widget.indexPath.split('/').map(encodeURIComponent).join('/');
  return `/api/appResources/${app.id}/${path}${queryOf(app, widget)}`;
}

function queryOf({ package: { manifest, widgets } }: HostedApp, widget: WidgetDeclaration): string {
  const declared: unknown = Array.isArray(manifest.widgets)
    ? manifest.widgets[widgets.indexOf(widget)]
    : undefined;
  if (typeof declared !== 'object' || declared === null || !('indexPath' in declared)) return '';
  return /\?.*$/s.exec(String(declared.indexPath))?.[0] ?? '';
}

/**
 * `expectedDimensions` are pixels. A panel takes the width of its column; dialogs and cards take the width they ask for.
 * Tiles count in `fr` of the dashboard's grid, blocks in rich text in pixels or percent.
 */
function sizeOf(
  { expectedDimensions, defaultDimensions }: WidgetDeclaration,
  placement: Placement,
): Pick<Frame, 'width' | 'height'> {
  const { width, height } = expectedDimensions ?? defaultDimensions ?? {};
  const isFree = placement === 'dialog' || placement === 'card' || placement === 'text';
  if (placement === 'tile') return { width: null, height: null };
  return { width: isFree ? toLength(width) : null, height: toLength(height) };
}

function toLength(value: unknown): string | null {
  if (typeof value === 'number') return `${value}px`;
  if (typeof value !== 'string') return null;
  if (/^\d+$/.test(value)) return `${value}px`;
  return /^\d+(\.\d+)?(px|%)$/.test(value) ? value : null;
}
