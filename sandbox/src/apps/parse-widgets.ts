import { BadPackageError, type WidgetDeclaration } from './app-package.ts';
import { extensionPoints } from './extension-points.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/**
 * Reads the manifest's widgets. A widget's files lie under `widgets/`; `indexPath` is relative to that folder.
 * Source: the schema `youtrack-app.json`; an empty list is refused (JetBrains' widgets reference).
 * @throws BadPackageError
 */
export function parseWidgets(
  manifest: JsonObject,
  files: ReadonlyMap<string, unknown>,
): readonly WidgetDeclaration[] {
  const { widgets } = manifest;
  if (widgets === undefined) return [];
  if (!Array.isArray(widgets)) throw new BadPackageError('manifest.json: "widgets" must be a list.');
  if (widgets.length === 0)
    throw new BadPackageError('manifest.json: "widgets" must not be empty; leave it out instead.');
  const parsed = widgets.map((widget: Json, index) => parseWidget(widget, `widgets[${index}]`, files));
  const repeated = parsed.find(({ key }, index) => parsed.findIndex((other) => other.key === key) !== index);
  if (repeated) throw new BadPackageError(`manifest.json: two widgets have the key "${repeated.key}".`);
  return parsed;
}

function parseWidget(widget: Json, place: string, files: ReadonlyMap<string, unknown>): WidgetDeclaration {
  if (!isJsonObject(widget)) throw new BadPackageError(`manifest.json: ${place} must be an object.`);
  const key = checkedText(widget, 'key', place);
  if (!/^[a-z0-9\-_.~]+$/.test(key)) {
    throw new BadPackageError(`manifest.json: ${place}: "key" must match ^[a-z0-9-_.~]+$, but is "${key}".`);
  }
  const extensionPoint = checkedText(widget, 'extensionPoint', place);
  if (!extensionPoints.has(extensionPoint)) {
    throw new BadPackageError(`manifest.json: ${place}: there is no extension point "${extensionPoint}".`);
  }
  checkDimensions(widget, extensionPoint, place);
  return {
    key,
    name: optionalText(widget, 'name', place) ?? key,
    description: optionalText(widget, 'description', place),
    extensionPoint,
    indexPath: existingFile(checkedText(widget, 'indexPath', place), place, files),
    iconPath: fileWithin(optionalText(widget, 'iconPath', place), key, files),
    guard: optionalText(widget, 'guard', place),
    permissions: parsePermissions(widget.permissions, place),
    showHeader: widget.showHeader !== false,
    expectedDimensions: isJsonObject(widget.expectedDimensions) ? widget.expectedDimensions : undefined,
    defaultDimensions: isJsonObject(widget.defaultDimensions) ? widget.defaultDimensions : undefined,
    settingsSchemaPath: fileWithin(optionalText(widget, 'settingsSchemaPath', place), key, files),
  };
}

function checkDimensions(widget: JsonObject, extensionPoint: string, place: string): void {
  const isInline = extensionPoint === 'MARKDOWN' || extensionPoint === 'DASHBOARD_WIDGET';
  if (isInline && widget.expectedDimensions !== undefined) {
    throw new BadPackageError(`manifest.json: ${place}: ${extensionPoint} has no "expectedDimensions".`);
  }
  if (!isInline && widget.defaultDimensions !== undefined) {
    throw new BadPackageError(`manifest.json: ${place}: ${extensionPoint} has no "defaultDimensions".`);
  }
  if (extensionPoint === 'HELPDESK_CHANNEL' && !(widget.description && widget.iconPath)) {
    throw new BadPackageError(
      `manifest.json: ${place}: HELPDESK_CHANNEL needs "description" and "iconPath".`,
    );
  }
}

function parsePermissions(value: Json | undefined, place: string): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return value;
  throw new BadPackageError(`manifest.json: ${place}: "permissions" must be a list of permission keys.`);
}

function existingFile(indexPath: string, place: string, files: ReadonlyMap<string, unknown>): string {
  const path = `widgets/${indexPath.replace(/\?.*$/, '').replace(/^\.?\//, '')}`;
  if (files.has(path)) return path;
  throw new BadPackageError(`manifest.json: ${place}: the package has no file "${path}".`);
}

/** Icons and settings schemas are named relative to `widgets/` in some apps, to the widget's own folder in others. */
function fileWithin(
  path: string | undefined,
  key: string,
  files: ReadonlyMap<string, unknown>,
): string | undefined {
  if (path === undefined) return undefined;
  return [`widgets/${path}`, `widgets/${key}/${path}`, path].find((candidate) => files.has(candidate));
}

function checkedText(widget: JsonObject, key: string, place: string): string {
  const text = optionalText(widget, key, place);
  if (text) return text;
  throw new BadPackageError(`manifest.json: ${place}: "${key}" is missing.`);
}

function optionalText(widget: JsonObject, key: string, place: string): string | undefined {
  const value = widget[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new BadPackageError(`manifest.json: ${place}: "${key}" must be a string.`);
}
