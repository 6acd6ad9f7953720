import type { WidgetDeclaration } from './app-package.ts';
import { extensionPoints } from './extension-points.ts';
import { findPackageFile } from './find-package-file.ts';
import type { Findings } from './findings.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** Where widgets are read from, and where what is wrong with them goes. */
interface Reading {
  readonly files: ReadonlyMap<string, unknown>;
  readonly findings: Findings;
}

/**
 * Reads the manifest's widgets. Source: the schema `youtrack-app.json`; an empty list is refused (JetBrains' widgets
 * reference).
 */
export function parseWidgets(manifest: JsonObject, reading: Reading): readonly WidgetDeclaration[] {
  const { widgets } = manifest;
  const { problems } = reading.findings;
  if (widgets === undefined) return [];
  if (!Array.isArray(widgets)) {
    problems.push('manifest.json: "widgets" must be a list.');
    return [];
  }
  if (widgets.length === 0)
    problems.push('manifest.json: "widgets" must not be empty; leave it out instead.');
  const parsed = widgets.flatMap((widget: Json, index) => parseWidget(widget, `widgets[${index}]`, reading));
  const repeated = parsed.find(({ key }, index) => parsed.findIndex((other) => other.key === key) !== index);
  if (repeated) problems.push(`manifest.json: two widgets have the key "${repeated.key}".`);
  return parsed;
}

function parseWidget(widget: Json, place: string, { files, findings }: Reading): WidgetDeclaration[] {
  const refuse = (sentence: string) => findings.problems.push(`manifest.json: ${place}${sentence}`);
  if (!isJsonObject(widget)) {
    refuse(' must be an object.');
    return [];
  }
  const text = (name: string) => readText(widget, name, refuse);
  const { key, extensionPoint, page } = readIdentity(widget, refuse);
  checkDimensions(widget, extensionPoint, refuse);
  const fileAt = (path: string | undefined) =>
    path === undefined ? undefined : findPackageFile(files, { path, widget: key });
  const indexPath = fileAt(page);
  if (page !== '' && indexPath === undefined)
    findings.warnings.push(`manifest.json: ${place}: the package has no file "${page}": nothing to show.`);
  return [
    {
      key,
      name: text('name') ?? key,
      description: text('description'),
      extensionPoint,
      indexPath: indexPath ?? `widgets/${page}`,
      iconPath: fileAt(text('iconPath')),
      guard: text('guard'),
      permissions: parsePermissions(widget.permissions, refuse),
      showHeader: widget.showHeader !== false,
      expectedDimensions: isJsonObject(widget.expectedDimensions) ? widget.expectedDimensions : undefined,
      defaultDimensions: isJsonObject(widget.defaultDimensions) ? widget.defaultDimensions : undefined,
      settingsSchemaPath: fileAt(text('settingsSchemaPath')),
    },
  ];
}

function readIdentity(widget: JsonObject, refuse: Refuse) {
  const key = requiredText(widget, 'key', refuse);
  if (key !== '' && !/^[a-z0-9\-_.~]+$/.test(key))
    refuse(`: "key" must match ^[a-z0-9-_.~]+$, but is "${key}".`);
  const extensionPoint = requiredText(widget, 'extensionPoint', refuse);
  if (extensionPoint !== '' && !extensionPoints.has(extensionPoint))
    refuse(`: there is no extension point "${extensionPoint}".`);
  return { key, extensionPoint, page: requiredText(widget, 'indexPath', refuse) };
}

type Refuse = (sentence: string) => void;

function checkDimensions(widget: JsonObject, extensionPoint: string, refuse: Refuse): void {
  const isInline = extensionPoint === 'MARKDOWN' || extensionPoint === 'DASHBOARD_WIDGET';
  if (isInline && widget.expectedDimensions !== undefined)
    refuse(`: ${extensionPoint} has no "expectedDimensions".`);
  if (!isInline && widget.defaultDimensions !== undefined)
    refuse(`: ${extensionPoint} has no "defaultDimensions".`);
  if (extensionPoint === 'HELPDESK_CHANNEL' && !(widget.description && widget.iconPath))
    refuse(': HELPDESK_CHANNEL needs "description" and "iconPath".');
}

function parsePermissions(value: Json | undefined, refuse: Refuse): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return value;
  refuse(': "permissions" must be a list of permission keys.');
  return [];
}

/** The text, or an empty one after a refusal. */
function requiredText(widget: JsonObject, key: string, refuse: Refuse): string {
  const value = readText(widget, key, refuse);
  if (value) return value;
  if (typeof widget[key] === 'string' || widget[key] === undefined || widget[key] === null)
    refuse(`: "${key}" is missing.`);
  return '';
}

function readText(widget: JsonObject, key: string, refuse: Refuse): string | undefined {
  const value = widget[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  refuse(`: "${key}" must be a string.`);
  return undefined;
}
