import { type AppPackage, BadPackageError } from './app-package.ts';
import { checkManifest } from './check-manifest.ts';
import { parseExtensions } from './parse-extensions.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { parseWidgets } from './parse-widgets.ts';
import { parseSettingDeclarations } from './setting-declaration.ts';

/**
 * Checks a package's files as a server does on import, the scripts' own contents aside: those the realm checks.
 * @param files every file by its path
 * @param archive the same as a zip
 * @throws BadPackageError with one sentence that says what is wrong
 */
export function createPackage(files: ReadonlyMap<string, Uint8Array>, archive: Uint8Array): AppPackage {
  const manifest = parseJsonFile(files, 'manifest.json');
  if (manifest === undefined) throw new BadPackageError('The package has no manifest.json at its root.');
  checkManifest(manifest);
  const settings = parseJsonFile(files, 'settings.json');
  parseSettingDeclarations(settings);
  const name = String(manifest.name);
  return {
    name,
    version: typeof manifest.version === 'string' ? manifest.version : '0.0.0',
    title: typeof manifest.title === 'string' ? manifest.title : name,
    manifest,
    files,
    scripts: findScripts(files),
    extensions: parseExtensions(parseJsonFile(files, 'entity-extensions.json')),
    settings,
    widgets: parseWidgets(manifest, files),
    archive,
  };
}

function findScripts(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const scripts = [...files].filter(([path]) => path.endsWith('.js') && !path.includes('/'));
  return new Map(
    scripts.map(([path, bytes]) => [path.slice(0, -'.js'.length), new TextDecoder().decode(bytes)]),
  );
}
