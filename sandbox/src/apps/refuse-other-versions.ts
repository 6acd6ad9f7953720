import type { YouTrackVersion } from '../youtrack-versions.ts';
import type { AppPackage } from './app-package.ts';
import { BadPackageError } from './bad-package-error.ts';
import { compareVersions } from './versions.ts';

/** Refuses an app whose manifest is for later, or for earlier, versions than this YouTrack. @throws BadPackageError */
export function refuseOtherVersions({ manifest }: AppPackage, version: YouTrackVersion): void {
  const { minYouTrackVersion: lowest, maxYouTrackVersion: highest } = manifest;
  const own = `${version}.0`;
  if (typeof lowest === 'string' && compareVersions(lowest, own) > 0 && !isOfRelease(lowest, version))
    throw new BadPackageError(`The app needs YouTrack ${lowest} or later; this is ${version}.`);
  if (typeof highest === 'string' && compareVersions(highest, own) < 0)
    throw new BadPackageError(`The app needs YouTrack ${highest} or earlier; this is ${version}.`);
}

/** A build within the release, such as 2026.2.18243: the sandbox is its newest one. */
function isOfRelease(lowest: string, version: YouTrackVersion): boolean {
  return lowest.startsWith(`${version}.`);
}
