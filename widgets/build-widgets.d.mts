/** What a widget's page loads, all of it taken together. */
export interface WidgetWeight {
  readonly jsBytes: number;
  readonly jsGzipBytes: number;
  readonly cssBytes: number;
  readonly cssGzipBytes: number;
}

/**
 * Builds every widget of `<root>/widgets` into `<outDir>/widgets`; answers their weights by key, and the source files that
 * anything in them is from, packages included, from the root.
 */
export function buildWidgets(options: { readonly root: string; readonly outDir: string }): Promise<{
  readonly sizes: Readonly<Record<string, WidgetWeight>>;
  readonly inputs: readonly string[];
}>;
