import { unzipSync } from 'fflate';
import { BadPackageError } from './bad-package-error.ts';
import { checkFilePath } from './check-file-path.ts';

/** Far above any real app; keeps a crafted archive from filling the memory. */
const maxFiles = 10_000;
const maxUnpackedBytes = 128 * 1024 * 1024;

/**
 * Unpacks an app's zip.
 * @returns every file by its path; folders are left out
 * @throws BadPackageError when it is no zip, is damaged, too big unpacked, or names a file outside of itself
 */
export function readZip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let files = 0;
  let bytes = 0;
  const unpacked = unpack(archive, (name, size) => {
    files += 1;
    bytes += size;
    if (files > maxFiles) throw new BadPackageError(`The package has more than ${maxFiles} files.`);
    if (bytes > maxUnpackedBytes)
      throw new BadPackageError(`The package is larger than ${maxUnpackedBytes} bytes unpacked.`);
    checkFilePath(name);
  });
  return new Map(Object.entries(unpacked).filter(([name]) => !name.endsWith('/')));
}

function unpack(archive: Uint8Array, check: (name: string, size: number) => void) {
  try {
    return unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        check(name, originalSize);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof BadPackageError) throw error;
    throw new BadPackageError('The package is not a zip file, or it is damaged.');
  }
}
