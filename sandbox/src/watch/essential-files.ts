import type { AppPackage } from '../apps/app-package.ts';

/**
 * The files without which a package is another one: those at its root (manifest, settings, scripts) and the pages the manifest
 * names. What a bundler calls by its hash comes and goes with every build.
 */
export function essentialFiles({ files, widgets }: AppPackage): readonly string[] {
  const pages = new Set(widgets.map(({ indexPath }) => indexPath));
  return [...files.keys()].filter((path) => !path.includes('/') || pages.has(path));
}
