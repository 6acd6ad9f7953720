import type { WidgetDeclaration } from './app-package.ts';
import { findPackageFile } from './find-package-file.ts';
import type { Findings } from './findings.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { Manifest, WrittenWidget } from './manifest-schema.ts';

/** Where widgets are read from, and where what is wrong with them goes. */
interface Reading {
  readonly files: ReadonlyMap<string, unknown>;
  readonly findings: Findings;
}

/** The manifest's widgets with their defaults and their files. Source: the schema `youtrack-app.json`. */
export function parseWidgets({ widgets = [] }: Manifest, reading: Reading): readonly WidgetDeclaration[] {
  return widgets.map((widget) => parseWidget(widget, reading));
}

function parseWidget(widget: WrittenWidget, { files, findings }: Reading): WidgetDeclaration {
  const { key, extensionPoint } = widget;
  const fileAt = (path: string | null | undefined) =>
    path === undefined || path === null ? undefined : findPackageFile(files, { path, widget: key });
  const indexPath = fileAt(widget.indexPath);
  if (indexPath === undefined)
    findings.warnings.push(
      `manifest.json: the widget ${key}: the package has no file "${widget.indexPath}": nothing to show.`,
    );
  return {
    key,
    name: widget.name ?? key,
    description: widget.description ?? undefined,
    extensionPoint,
    indexPath: indexPath ?? `widgets/${widget.indexPath}`,
    iconPath: fileAt(widget.iconPath),
    guard: widget.guard ?? undefined,
    permissions: widget.permissions ?? [],
    showHeader: widget.showHeader !== false,
    expectedDimensions: objectOrNothing(widget.expectedDimensions),
    defaultDimensions: objectOrNothing(widget.defaultDimensions),
    settingsSchemaPath: fileAt(widget.settingsSchemaPath),
  };
}

function objectOrNothing(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}
