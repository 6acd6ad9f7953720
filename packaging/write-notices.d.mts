/** An npm package of which something is in the app's package. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly license: string;
  readonly homepage?: string;
  /** The text of the licence. */
  readonly text: string;
}

/** Every npm package that the source files `inputs` are from; refuses a licence that may not be passed on, or has no text. */
export function listBundledPackages(
  root: string,
  inputs: readonly string[],
): Promise<readonly BundledPackage[]>;

/** Name, version, licence and its text of every package. */
export function writeNotices(packages: readonly BundledPackage[]): string;
