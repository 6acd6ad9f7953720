import { version } from '../../manifest.json';

/** The version of this app, as its manifest says. */
export const appVersion: string = version;
