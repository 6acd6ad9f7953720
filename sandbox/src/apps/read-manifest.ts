import { checkShape } from './check-shape.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json.ts';
import { type Manifest, manifestSchema, workflowSchema } from './manifest-schema.ts';
import { parseJsonFile } from './parse-json-file.ts';

type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** A manifest as it is written, and what is understood of it. */
export interface ReadManifest {
  readonly written: JsonObject;
  readonly manifest: Manifest;
}

/**
 * What a package says of itself: its `manifest.json`; or, in a classic workflow, which has none, its `package.json`.
 * Undefined when that cannot be read; why is in the findings.
 */
export function readManifest(files: PackageFiles, findings: Findings): ReadManifest | undefined {
  if (!files.has('manifest.json')) return readClassicWorkflow(files, findings);
  const written = parseJsonFile(files, 'manifest.json', findings);
  if (written === undefined) return undefined;
  const manifest = checkShape(manifestSchema, written, { file: 'manifest.json', report: findings.problems });
  if (manifest === undefined) return undefined;
  return { written, manifest };
}

function readClassicWorkflow(files: PackageFiles, findings: Findings): ReadManifest | undefined {
  const written = parseJsonFile(files, 'package.json', findings);
  if (written === undefined) {
    if (!files.has('package.json')) findings.problems.push('The package has no manifest.json at its root.');
    return undefined;
  }
  const workflow = checkShape(workflowSchema, written, { file: 'package.json', report: findings.problems });
  if (workflow === undefined) return undefined;
  const { name, title, description, version } = workflow;
  const manifest = { name, title, description, version };
  return { written: JSON.parse(JSON.stringify(manifest)) as JsonObject, manifest };
}
