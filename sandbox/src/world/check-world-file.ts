import { schemaProblems } from './schema-problems.ts';
import { WorldError } from './world-error.ts';
import { type WorldFile, worldFileSchema } from './world-file.ts';

/**
 * The world file behind some JSON, its shape checked key by key.
 * @throws WorldError naming every place that is not as expected
 */
export function checkWorldFile(json: unknown): WorldFile {
  const result = worldFileSchema.safeParse(json);
  if (result.success) return result.data;
  throw new WorldError(schemaProblems(result.error, json));
}
