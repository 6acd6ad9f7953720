import type { JsonObject } from './json.ts';
import type { SettingDeclaration } from './setting-declaration.ts';

/** One extension property of `entity-extensions.json`. */
export interface ExtensionDeclaration {
  /** As the scripting reference names it: `Issue`, `AppGlobalStorage`… */
  readonly entityType: string;
  readonly name: string;
  /** `string`, `integer`, `float`, `boolean`, or the name of an entity type. */
  readonly type: string;
  readonly multi: boolean;
}

/** One widget of the manifest, its defaults filled in. */
export interface WidgetDeclaration {
  readonly key: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly extensionPoint: string;
  /** Path of the page within the package (`widgets/links/index.html`), without a query. */
  readonly indexPath: string;
  /** Path of the icon within the package. */
  readonly iconPath: string | undefined;
  /** Text of a JavaScript predicate over `{entity}`. */
  readonly guard: string | undefined;
  /** All of these are needed to see the widget. */
  readonly permissions: readonly string[];
  readonly showHeader: boolean;
  readonly expectedDimensions: JsonObject | undefined;
  readonly defaultDimensions: JsonObject | undefined;
  /** Path of a Markdown widget's settings schema within the package. */
  readonly settingsSchemaPath: string | undefined;
}

/** A checked app package: what is in the zip or the folder, read once and never changed. */
export interface AppPackage {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly manifest: JsonObject;
  /** Every file by its path in the package (`widgets/links/index.html`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Scripts at the root by name without `.js`: `issue` → source. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly extensions: readonly ExtensionDeclaration[];
  /** What `settings.json` declares. */
  readonly settings: readonly SettingDeclaration[];
  readonly widgets: readonly WidgetDeclaration[];
  /** The package as a zip: the very bytes that were imported, or made from the folder. */
  readonly archive: Uint8Array;
  /** What its log is to say of it, one sentence each. */
  readonly warnings: readonly string[];
}
