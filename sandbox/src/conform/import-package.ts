import { z } from 'zod';
import { writeZip } from '../apps/write-zip.ts';
import type { YouTrackClient } from '../remote/youtrack-client.ts';

/** An app's files by path; what is no text is JSON. */
export type PackageFiles = Readonly<Record<string, unknown>>;

const importedSchema = z.looseObject({ id: z.string() });

/** Imports an app under a name, which its manifest gets. @returns its id when the server took it, and what the server said */
export async function importPackage(
  client: YouTrackClient,
  name: string,
  files: PackageFiles,
): Promise<{ readonly id: string | undefined; readonly status: number; readonly text: string }> {
  const { 'manifest.json': manifest = {}, ...others } = files;
  const named = { title: name, version: '1.0.0', ...(manifest as object), name };
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(pack({ ...others, 'manifest.json': named }))]), `${name}.zip`);
  const { status, text, json } = await client.send('POST /api/admin/apps/import', { body: form });
  const imported = importedSchema.safeParse(json);
  return { id: status < 300 && imported.success ? imported.data.id : undefined, status, text };
}

function pack(files: PackageFiles): Uint8Array {
  const encoded = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  return writeZip(new Map(encoded));
}
