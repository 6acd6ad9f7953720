import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A reason to stop that is told in one line. */
export class BuildProblem extends Error {}

/** A JSON file of the sources. @throws BuildProblem when it is missing or cannot be read */
export async function readJson(root, name) {
  const text = await readSource(root, name);
  try {
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    throw new BuildProblem(`${name} is not JSON: ${error.message}`);
  }
}

/** Any file of the sources, as bytes. @throws BuildProblem when it is missing */
export function readSource(root, name) {
  return readFile(join(root, name)).catch(() => {
    throw new BuildProblem(`${name} is missing`);
  });
}
