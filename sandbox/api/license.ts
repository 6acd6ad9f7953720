import { callHost, parseJson } from './bridge.ts';

/** The `license` module: what the host says of itself, read anew each time. */
export function createLicenseModule(): object {
  return {
    get licenseInfo(): unknown {
      return parseJson(String(callHost('license')));
    },
  };
}
