import { BadPackageError } from '../bad-package-error.ts';

/** One file as the directory of a zip describes it. Source: PKWARE's APPNOTE.TXT, 4.3.12. */
export interface ZipEntry {
  readonly name: string;
  /** The bytes of the name, to compare with those before the file's data. */
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the file's own header begins. */
  readonly offset: number;
}

/** Bits of an entry's flags. */
export const flag = { encrypted: 0x2041, hasDescriptor: 0x0008 } as const;

export const method = { stored: 0, deflated: 8 } as const;

/** The zip contradicts itself, or breaks off. */
export function damaged(what: string): BadPackageError {
  return new BadPackageError(`The package is damaged: ${what}.`);
}

/** A view of an archive that says in one sentence when something lies outside of it. */
export class ZipBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16(at: number): number {
    this.#demand(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#demand(at, 4);
    return this.#view.getUint32(at, true);
  }

  slice(at: number, length: number): Uint8Array {
    this.#demand(at, length);
    return this.bytes.subarray(at, at + length);
  }

  #demand(at: number, length: number): void {
    if (at < 0 || at + length > this.bytes.length) throw damaged('it breaks off');
  }
}
