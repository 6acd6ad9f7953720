/** Ring's deprecation warnings are for its authors' eyes: in a shipped widget the function stays as it is. */
export function deprecate<F>(run: F): F {
  return run;
}

// biome-ignore lint/style/noDefaultExport: the package it stands for has one, and Ring imports it so
export default deprecate;
