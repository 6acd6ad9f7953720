import type { AppPackage } from './app-package.ts';
import { BadPackageError } from './bad-package-error.ts';
import { refuseProblems, startFindings } from './findings.ts';
import { parseExtensions } from './parse-extensions.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { parseWidgets } from './parse-widgets.ts';
import { readManifest } from './read-manifest.ts';
import { parseSettingDeclarations } from './setting-declaration.ts';

/**
 * Checks a package's files as a server does on import, the scripts' own contents aside: those the realm checks.
 * @param files every file by its path
 * @param archive the same as a zip
 * @throws BadPackageError with one sentence for each thing that is wrong
 */
export function createPackage(files: ReadonlyMap<string, Uint8Array>, archive: Uint8Array): AppPackage {
  const findings = startFindings();
  const read = readManifest(files, findings);
  const settings = parseSettingDeclarations(parseJsonFile(files, 'settings.json', findings), findings);
  const extensions = parseExtensions(parseJsonFile(files, 'entity-extensions.json', findings), findings);
  const widgets = read === undefined ? [] : parseWidgets(read.manifest, { files, findings });
  refuseProblems(findings);
  if (read === undefined) throw new BadPackageError('The package says nothing of itself.');
  const { name, title = name, version = '0.0.0' } = read.manifest;
  return {
    name,
    version,
    title,
    manifest: read.written,
    files,
    scripts: findScripts(files),
    extensions,
    settings,
    widgets,
    archive,
    warnings: findings.warnings,
  };
}

function findScripts(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const scripts = [...files].filter(([path]) => path.endsWith('.js') && !path.includes('/'));
  return new Map(
    scripts.map(([path, bytes]) => [path.slice(0, -'.js'.length), new TextDecoder().decode(bytes)]),
  );
}
