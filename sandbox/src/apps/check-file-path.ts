import { BadPackageError } from './bad-package-error.ts';

/**
 * Refuses a path that could lead out of the package.
 * @throws BadPackageError on an absolute path, a drive, a backslash, a NUL, a `..` or what JavaScript keeps for itself
 */
export function checkFilePath(path: string): void {
  const parts = path.split('/');
  const isOutside = path.startsWith('/') || /^[a-z]:/i.test(path) || parts.includes('..');
  const isReserved = parts.some((part) => /^__proto__(\.|$)/.test(part));
  if (path === '' || isOutside || isReserved || path.includes('\\') || path.includes('\0')) {
    throw new BadPackageError(`The package has a file with the forbidden path ${JSON.stringify(path)}.`);
  }
}
