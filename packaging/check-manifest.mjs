import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { BuildProblem, readJson } from './build-problem.mjs';

/** Checks what the server, or JetBrains Marketplace, would refuse only after the upload. @throws BuildProblem */
export async function checkManifest(root, manifest) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  if (!ajv.validate(await readJson(root, 'test/schemas/youtrack-app.json'), manifest)) {
    throw new BuildProblem(
      `manifest.json does not fit YouTrack's schema: ${ajv.errorsText(ajv.errors, { dataVar: 'manifest' })}`,
    );
  }
  const { version } = await readJson(root, 'package.json');
  if (manifest.version !== version) {
    throw new BuildProblem(
      `manifest.json is version ${manifest.version}, but package.json is version ${version}`,
    );
  }
}
