/**
 * `npm run pictures [-- NAME…]`: takes the pictures in docs/pictures anew, or those whose names have one of these words in them,
 * from the packaged app in the sandbox.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import buildOnce from '../support/build-once.mjs';

await buildOnce();
const outfile = resolve('build/pictures/take-pictures.mjs');
await build({
  entryPoints: ['test/pictures/take-pictures.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { takePictures } = await import(pathToFileURL(outfile).href);
await takePictures('docs/pictures', process.argv.slice(2));
