/**
 * `npm run pictures [-- NAME…]`: takes the pictures in docs/pictures and sandbox/docs/pictures anew, or those whose names have
 * one of these words in them, from the packaged app, and from a small one, in the sandbox.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import buildOnce from '../support/build-once.mjs';

await buildOnce();
const outdir = resolve('build/pictures');
await build({
  entryPoints: ['test/pictures/take-pictures.ts', 'test/pictures/take-sandbox-pictures.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const load = (name) => import(pathToFileURL(resolve(outdir, `${name}.mjs`)).href);
const { takePictures } = await load('take-pictures');
const { takeSandboxPictures } = await load('take-sandbox-pictures');
const words = process.argv.slice(2);
await takePictures('docs/pictures', words);
await takeSandboxPictures('sandbox/docs/pictures', words);
