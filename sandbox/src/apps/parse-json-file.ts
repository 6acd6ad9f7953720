import type { Findings } from './findings.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/**
 * Reads one of a package's JSON files; what is wrong with it goes into the findings.
 * @returns its object, or undefined when the package has no such file or it cannot be read
 */
export function parseJsonFile(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  { problems }: Findings,
): JsonObject | undefined {
  const bytes = files.get(path);
  if (bytes === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isJsonObject(parsed)) return parsed;
    problems.push(`${path} must hold a JSON object.`);
  } catch (error) {
    problems.push(`${path} is not valid JSON: ${error instanceof Error ? error.message : error}.`);
  }
  return undefined;
}
