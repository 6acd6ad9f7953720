import { zipSync } from 'fflate';

/** The same files always make the same bytes: the earliest time a zip can hold stands for all of them. */
const mtime = new Date(1980, 0, 1);

/** Packs files into a zip, for apps that came as a folder. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime });
}
