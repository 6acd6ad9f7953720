import type { BuildOptions } from 'esbuild';

export function bundleOptions(
  root: string,
): BuildOptions & { readonly write: false; readonly metafile: true };
