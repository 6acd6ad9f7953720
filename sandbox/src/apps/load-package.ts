import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AppPackage } from './app-package.ts';
import { BadPackageError } from './bad-package-error.ts';
import { createPackage } from './create-package.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

/**
 * Reads an app from the disk: a zip, or a folder with the same contents.
 * @throws BadPackageError
 */
export function loadPackage(path: string): AppPackage {
  if (!existsSync(path)) throw new BadPackageError(`There is no file or folder ${path}.`);
  if (!statSync(path).isDirectory()) return unpackPackage(new Uint8Array(readFileSync(path)));
  const files = readFolder(path);
  return createPackage(files, writeZip(files));
}

/**
 * Reads an app from a zip's bytes.
 * @throws BadPackageError
 */
export function unpackPackage(archive: Uint8Array): AppPackage {
  return createPackage(readZip(archive), archive);
}
