const { transformSync } = require('esbuild');

const loaders = { ts: 'ts', tsx: 'tsx', mjs: 'js', js: 'js' };

/** A jest transformer: one file of TypeScript or ESM in, CommonJS with an inline source map out. */
module.exports = {
  process(source, path) {
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const { code, map } = transformSync(source, {
      loader: loaders[extension],
      format: 'cjs',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'external',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { code, map };
  },
};
