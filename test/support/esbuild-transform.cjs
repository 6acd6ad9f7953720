const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync, version } = require('esbuild');

const loaders = { ts: 'ts', tsx: 'tsx', mjs: 'js', js: 'js' };
const self = readFileSync(__filename, 'utf8');

/** A jest transformer: one file of TypeScript or ESM in, CommonJS with an inline source map out. */
module.exports = {
  /** What was transformed before counts only as long as this file and the compiler are the same. */
  getCacheKey(source, path) {
    return createHash('sha1').update([version, self, path, source].join('\0')).digest('hex');
  },
  process(source, path) {
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const { code, map } = transformSync(source, {
      loader: loaders[extension],
      format: 'cjs',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'external',
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { code, map };
  },
};
