/** Why a package's scripts cannot be imported, in one clear sentence for the person who uploads it. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
}
