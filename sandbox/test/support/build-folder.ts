import { join } from 'node:path';

/** Where the bundles are: built once before all tests. */
export const buildFolder = join(__dirname, '..', '..', 'dist');
