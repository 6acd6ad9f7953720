import { BadPackageError } from './bad-package-error.ts';

/**
 * Refuses a path that could lead out of the package.
 * @throws BadPackageError on an absolute path, a drive, a backslash, a NUL or a `..`
 */
export function checkFilePath(path: string): void {
  const isOutside = path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..');
  if (isOutside || path.includes('\\') || path.includes('\0')) {
    throw new BadPackageError(`The package has a file with the forbidden path ${JSON.stringify(path)}.`);
  }
}
