import { checkManifest } from './check-manifest.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { isVersion } from './versions.ts';

type PackageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * What a package says of itself: its `manifest.json`; or, in a classic workflow, which has none, its `package.json`.
 * Source: JetBrains' manifest reference; the packages of `github.com/JetBrains/youtrack-workflows`.
 */
export function readManifest(files: PackageFiles, findings: Findings): JsonObject {
  const manifest = parseJsonFile(files, 'manifest.json', findings);
  if (manifest !== undefined) {
    checkManifest(manifest, findings);
    return manifest;
  }
  if (!files.has('manifest.json')) return readClassicWorkflow(files, findings);
  return {};
}

function readClassicWorkflow(files: PackageFiles, findings: Findings): JsonObject {
  if (!files.has('package.json')) {
    findings.problems.push(
      'The package has no manifest.json at its root, and no package.json of a workflow.',
    );
    return {};
  }
  const { name, title, description, version } = parseJsonFile(files, 'package.json', findings) ?? {};
  if (typeof name !== 'string' || !/^(@[a-z0-9\-_.~]+\/)?[a-z0-9\-_.~]+$/.test(name))
    findings.problems.push(
      `package.json: "name" must be the name of a workflow, but is ${JSON.stringify(name)}.`,
    );
  return {
    name,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(isVersion(version) ? { version } : {}),
  };
}
