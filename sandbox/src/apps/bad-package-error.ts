/** Why a package cannot be imported: one clear sentence for each thing that is wrong. */
export class BadPackageError extends Error {
  override readonly name = 'BadPackageError';
}
