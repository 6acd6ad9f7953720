import { join } from 'node:path';

/** What every run of the bundler has in common. Preact stands in for React, and two small files for what Ring drags in. */
export function bundleOptions(root) {
  const here = join(root, 'widgets', 'toolchain');
  return {
    absWorkingDir: root,
    bundle: true,
    // Names of scripts are made from paths: they must not say where somebody keeps their packages.
    preserveSymlinks: true,
    minify: true,
    format: 'esm',
    // Modules are UTF-8 wherever they come from; escapes would triple the Russian texts.
    charset: 'utf8',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: {
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-compiler-runtime': join(here, 'react-compiler-runtime.ts'),
      'util-deprecate': join(here, 'util-deprecate.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  };
}
