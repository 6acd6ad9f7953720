import { callHost, parseJson } from './bridge.ts';

const names = [
  'youTrackVersion',
  'licenseUsername',
  'isCloud',
  'isFree',
  'isTrial',
  'currentUserCount',
  'maxUserCount',
  'currentAgentCount',
  'maxAgentCount',
  'currentDiskSpaceMb',
  'maxDiskSpaceMb',
  'expirationTimestamp',
];

/**
 * The `license` module. Scripts take `licenseInfo` out of it while they are loaded, as JetBrains' example does; what the
 * host says of itself is asked for when a property is read.
 */
export function createLicenseModule(): object {
  const licenseInfo = {};
  for (const name of names)
    Object.defineProperty(licenseInfo, name, { enumerable: true, get: () => readLicense()[name] });
  return { licenseInfo };
}

function readLicense(): Readonly<Record<string, unknown>> {
  return parseJson(String(callHost('license'))) as Readonly<Record<string, unknown>>;
}
