import { BadPackageError } from './app-package.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/**
 * Reads one of a package's JSON files.
 * @returns its object, or undefined when the package has no such file
 * @throws BadPackageError when it is not JSON, or not an object
 */
export function parseJsonFile(files: ReadonlyMap<string, Uint8Array>, path: string): JsonObject | undefined {
  const bytes = files.get(path);
  if (bytes === undefined) return undefined;
  const parsed = parse(new TextDecoder().decode(bytes), path);
  if (!isJsonObject(parsed)) throw new BadPackageError(`${path} must hold a JSON object.`);
  return parsed;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadPackageError(
      `${path} is not valid JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
