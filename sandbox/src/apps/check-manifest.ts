import { BadPackageError } from './app-package.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { compareVersions, youTrackVersion } from './versions.ts';

/** The keys that hold plain texts. */
const texts = ['title', 'description', 'url', 'icon', 'iconDark', 'changeNotes', 'aiToolPrefix'] as const;

/**
 * Checks `manifest.json`, the widgets aside. Unknown keys are tolerated, as on a server.
 * Source: JetBrains' manifest reference and the schema `youtrack-app.json`.
 * @throws BadPackageError
 */
export function checkManifest(manifest: JsonObject): void {
  const { name, version, vendor, aiToolPrefix } = manifest;
  if (typeof name !== 'string' || !/^[a-z0-9\-_.~]+$/.test(name)) {
    throw new BadPackageError(`manifest.json: "name" must match ^[a-z0-9-_.~]+$, but is ${show(name)}.`);
  }
  if (version !== undefined && !isVersion(version)) {
    throw new BadPackageError(
      `manifest.json: "version" must be a full version like 1.0.0, but is ${show(version)}.`,
    );
  }
  for (const key of texts) {
    if (manifest[key] !== undefined && typeof manifest[key] !== 'string') {
      throw new BadPackageError(`manifest.json: "${key}" must be a string, but is ${show(manifest[key])}.`);
    }
  }
  if (typeof aiToolPrefix === 'string' && !/^[A-Za-z0-9._-]+$/.test(aiToolPrefix)) {
    throw new BadPackageError(
      `manifest.json: "aiToolPrefix" must match ^[A-Za-z0-9._-]+$, but is ${show(aiToolPrefix)}.`,
    );
  }
  if (vendor !== undefined && (!isJsonObject(vendor) || typeof vendor.name !== 'string')) {
    throw new BadPackageError('manifest.json: "vendor" must be an object with a "name".');
  }
  checkYouTrackRange(manifest);
}

function checkYouTrackRange({ minYouTrackVersion, maxYouTrackVersion }: JsonObject): void {
  for (const [key, version] of Object.entries({ minYouTrackVersion, maxYouTrackVersion })) {
    if (version !== undefined && !isVersion(version)) {
      throw new BadPackageError(
        `manifest.json: "${key}" must be a full version like 2025.3.0, but is ${show(version)}.`,
      );
    }
  }
  if (isVersion(minYouTrackVersion) && compareVersions(minYouTrackVersion, youTrackVersion) > 0) {
    throw new BadPackageError(
      `The app needs YouTrack ${minYouTrackVersion} or later; this is ${youTrackVersion}.`,
    );
  }
  if (isVersion(maxYouTrackVersion) && compareVersions(maxYouTrackVersion, youTrackVersion) < 0) {
    throw new BadPackageError(
      `The app needs YouTrack ${maxYouTrackVersion} or earlier; this is ${youTrackVersion}.`,
    );
  }
}

function isVersion(value: Json | undefined): value is string {
  return typeof value === 'string' && /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(value);
}

function show(value: Json | undefined): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 100);
}
