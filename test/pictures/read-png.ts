import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of every pixel, row by row. */
  readonly rgb: Uint8Array;
}

const signatureBytes = 8;

/** Reads an 8-bit RGB or RGBA picture without interlacing, which is what the browser takes. Opacity is left out. */
export function readPng(file: Buffer): Pixels {
  const width = file.readUInt32BE(signatureBytes + 8);
  const height = file.readUInt32BE(signatureBytes + 12);
  const channels = file[signatureBytes + 17] === 6 ? 4 : 3;
  const lines = unfilter(inflateSync(imageParts(file)), { lineBytes: width * channels, height, channels });
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgb.set(lines.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

function imageParts(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = signatureBytes; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const bytes = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + bytes));
  }
  return Buffer.concat(parts);
}

interface Layout {
  readonly lineBytes: number;
  readonly height: number;
  readonly channels: number;
}

/** Undoes the line filters. Source: PNG specification, "Filter types for filter method 0". */
function unfilter(filtered: Buffer, { lineBytes, height, channels }: Layout): Uint8Array {
  const lines = new Uint8Array(lineBytes * height);
  for (let line = 0; line < height; line += 1) {
    const filter = filtered[line * (lineBytes + 1)] ?? 0;
    for (let column = 0; column < lineBytes; column += 1) {
      const at = line * lineBytes + column;
      const left = column < channels ? 0 : (lines[at - channels] ?? 0);
      const up = line === 0 ? 0 : (lines[at - lineBytes] ?? 0);
      const upLeft = line === 0 || column < channels ? 0 : (lines[at - lineBytes - channels] ?? 0);
      const value = filtered[line * (lineBytes + 1) + 1 + column] ?? 0;
      lines[at] = value + predicted(filter, { left, up, upLeft });
    }
  }
  return lines;
}

interface Neighbours {
  readonly left: number;
  readonly up: number;
  readonly upLeft: number;
}

function predicted(filter: number, { left, up, upLeft }: Neighbours): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
