import type { Findings } from './findings.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { compareVersions, isVersion, youTrackVersion } from './versions.ts';

/** The keys that hold plain texts. */
const texts = ['title', 'description', 'url', 'icon', 'iconDark', 'changeNotes', 'aiToolPrefix'] as const;

/**
 * Checks `manifest.json`, the widgets aside. Unknown keys are tolerated, as on a server.
 * Source: JetBrains' manifest reference and the schema `youtrack-app.json`.
 */
export function checkManifest(manifest: JsonObject, { problems }: Findings): void {
  const { name, version, vendor, aiToolPrefix } = manifest;
  const refuse = (sentence: string) => problems.push(`manifest.json: ${sentence}`);
  if (typeof name !== 'string' || !/^[a-z0-9\-_.~]+$/.test(name))
    refuse(`"name" must match ^[a-z0-9-_.~]+$, but is ${show(name)}.`);
  if (version !== undefined && !isVersion(version))
    refuse(`"version" must be a full version like 1.0.0, but is ${show(version)}.`);
  for (const key of texts) {
    if (manifest[key] !== undefined && typeof manifest[key] !== 'string')
      refuse(`"${key}" must be a string, but is ${show(manifest[key])}.`);
  }
  if (typeof aiToolPrefix === 'string' && !/^[A-Za-z0-9._-]+$/.test(aiToolPrefix))
    refuse(`"aiToolPrefix" must match ^[A-Za-z0-9._-]+$, but is ${show(aiToolPrefix)}.`);
  if (vendor !== undefined && (!isJsonObject(vendor) || typeof vendor.name !== 'string'))
    refuse('"vendor" must be an object with a "name".');
  problems.push(...versionProblems(manifest));
}

function versionProblems({ minYouTrackVersion, maxYouTrackVersion }: JsonObject): string[] {
  const malformed = Object.entries({ minYouTrackVersion, maxYouTrackVersion })
    .filter(([, version]) => version !== undefined && !isVersion(version))
    .map(
      ([key, version]) =>
        `manifest.json: "${key}" must be a full version like 2025.3.0, but is ${show(version)}.`,
    );
  const isTooOld = isVersion(minYouTrackVersion) && compareVersions(minYouTrackVersion, youTrackVersion) > 0;
  const isTooNew = isVersion(maxYouTrackVersion) && compareVersions(maxYouTrackVersion, youTrackVersion) < 0;
  return [
    ...malformed,
    ...(isTooOld
      ? [`The app needs YouTrack ${minYouTrackVersion} or later; this is ${youTrackVersion}.`]
      : []),
    ...(isTooNew
      ? [`The app needs YouTrack ${maxYouTrackVersion} or earlier; this is ${youTrackVersion}.`]
      : []),
  ];
}

function show(value: Json | undefined): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 100);
}
