/** `node build.mjs`: dist/ and tracker-links.zip. `node build.mjs FOLDER` builds the sources of another folder; nothing but tests need it. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './packaging/build-package.mjs';
import { BuildProblem } from './packaging/build-problem.mjs';

const root = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));

buildPackage(root).catch((error) => {
  console.error(error instanceof BuildProblem ? `build: ${error.message}` : error);
  process.exitCode = 1;
});
