import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { loadPublishedModules, type RealmSources } from '../../src/realm/realm-sources.ts';

const root = process.cwd();

/** The realm's texts, bundled from the sources as `sandbox/build.mjs` does it. */
export function buildSources(): RealmSources {
  const { outputFiles } = buildSync({
    absWorkingDir: join(root, 'sandbox', 'src'),
    entryPoints: ['api/index.ts'],
    bundle: true,
    write: false,
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    globalName: '__sandboxApi',
  });
  return {
    api: outputFiles[0]?.text ?? '',
    published: loadPublishedModules(join(root, 'package.json')),
    httpWorkerFile: '',
  };
}
