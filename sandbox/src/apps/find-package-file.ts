/**
 * The file of a package that a widget's `indexPath`, `iconPath` or `settingsSchemaPath` means. Such paths are written from
 * `widgets/` by some apps, from the package's root by others (JetBrains' own packages have both), and from the widget's own
 * folder: "inside the folder that stores the code for the widget" (manifest reference, `settingsSchemaPath`).
 * @returns the path within the package, without a query; undefined when no reading of it leads to a file
 */
export function findPackageFile(
  files: ReadonlyMap<string, unknown>,
  { path, widget }: { readonly path: string; readonly widget: string },
): string | undefined {
  const plain = path.replace(/\?.*$/s, '').replace(/^(\.?\/)+/, '');
  const readings = [`widgets/${plain}`, plain, `widgets/${widget}/${plain}`];
  return readings.find((candidate) => files.has(candidate));
}
