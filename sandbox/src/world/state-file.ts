import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A state file that cannot be read or written; the message is one line. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** Rewriting pays once the appended part is this large, and larger than what it was appended to. */
const longestTail = 16 * 1024 * 1024;

/**
 * A file of JSON lines that is only ever replaced as a whole or added to at its end. A line is on the disk when
 * `append` returns. A crash can leave a last line unfinished or unreadable, which nobody was told of; it is cut off at
 * the next start. A crash while the file is rewritten leaves the old one in place.
 */
export class StateFile {
  readonly #path: string;
  #descriptor: number | undefined;
  #length = 0;
  #rewrittenLength = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The lines of the file, parsed; none when there is no file yet.
   * @throws StateFileError when a line other than an unfinished last one is damaged
   */
  read(): unknown[] {
    if (!existsSync(this.#path)) return [];
    const bytes = this.#attempt('read', () => readFileSync(this.#path));
    const end = bytes.lastIndexOf(0x0a) + 1;
    const lines = splitLines(bytes.subarray(0, end));
    const records = lines.slice(0, -1).map((line, index) => this.#parse(line, index));
    const last = lines.at(-1) ?? '';
    const isWhole = lines.length <= 1 || isJson(last);
    if (isWhole && lines.length > 0) records.push(this.#parse(last, lines.length - 1));
    this.#open(isWhole ? end : end - Buffer.byteLength(last) - 1);
    return records;
  }

  /** Adds a line. It is safe when this returns; when it throws, the file is as it was. */
  append(record: unknown): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) throw new StateFileError(`State file ${this.#path}: is closed`);
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    this.#attempt('write', () => {
      try {
        writeFully(descriptor, line, this.#length);
        fdatasyncSync(descriptor);
      } catch (problem) {
        ftruncateSync(descriptor, this.#length);
        throw problem;
      }
    });
    this.#length += line.length;
  }

  /** Whether so much was appended that the file should be written anew. */
  get isLong(): boolean {
    const tail = this.#length - this.#rewrittenLength;
    return tail > longestTail && tail > this.#rewrittenLength;
  }

  /** Replaces the file by one of these records, at once or not at all. */
  rewrite(records: Iterable<unknown>): void {
    const fresh = `${this.#path}.new`;
    this.#attempt('write', () => {
      // Apps' secrets are in it.
      const descriptor = openSync(fresh, 'w', 0o600);
      let length = 0;
      try {
        for (const record of records) {
          const line = Buffer.from(`${JSON.stringify(record)}\n`);
          writeFully(descriptor, line, length);
          length += line.length;
        }
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(fresh, this.#path);
      syncFolder(dirname(this.#path));
    });
    this.#open(statSync(this.#path).size);
    this.#rewrittenLength = this.#length;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** Opens the file for appending, without what comes after the last finished line. */
  #open(length: number): void {
    this.close();
    const descriptor = this.#attempt('open', () => openSync(this.#path, 'r+'));
    ftruncateSync(descriptor, length);
    this.#descriptor = descriptor;
    this.#length = length;
  }

  #parse(line: string, index: number): unknown {
    try {
      return JSON.parse(line);
    } catch {
      throw new StateFileError(`State file ${this.#path}: line ${index + 1} is damaged`);
    }
  }

  #attempt<T>(verb: string, act: () => T): T {
    try {
      return act();
    } catch (problem) {
      throw new StateFileError(`State file ${this.#path}: cannot ${verb} it (${reasonOf(problem)})`);
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON, which is the answer.
    return false;
  }
}

/** What the system says: `ENOENT`, `EACCES`, `ENOSPC`… */
function reasonOf(problem: unknown): string {
  const hasCode = typeof problem === 'object' && problem !== null && 'code' in problem;
  return hasCode ? String(problem.code) : String(problem);
}

/** The lines as texts; line by line, because one text of a whole file may be longer than texts can be. */
function splitLines(bytes: Buffer): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.toString('utf8', start, end));
    start = end + 1;
  }
  return lines;
}

function writeFully(descriptor: number, bytes: Buffer, position: number): void {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
}

/** Makes a rename itself safe; some systems do not let a folder be opened, and sync it by themselves. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
