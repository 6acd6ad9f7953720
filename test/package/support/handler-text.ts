import type { Sources } from './make-sources.ts';

/** A handler with one endpoint, `info`, made of `use`. */
export function handler(imports: string, use: string): string {
  return `${imports}\nexport const httpHandler = { endpoints: [{ path: 'info', handle: ${use} }] };\n`;
}

/** Writes source files by path. */
export function writeAll(sources: Sources, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) sources.write(path, text);
}
