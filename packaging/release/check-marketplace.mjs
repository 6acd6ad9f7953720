import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readJson, readSource } from '../build-problem.mjs';

/** Never to be changed: another name would be another app, and every stored link would be lost with the old one. */
const frozenName = 'tracker-links';

/** The first YouTrack with asynchronous functions and what else the guide's table names. */
const neededYouTrack = [2026, 2];

const titleCharacters = /^[\p{L}\p{N} .,+_\-/:()#'&[\]|]+$/u;
const maxTitle = 64;
const placeholder = /example\.(com|org|net)|your[-_ ]/i;

/** What JetBrains Marketplace would refuse of the manifest, as sentences. Its rules: JetBrains, `manifest.md`, "Marketplace upload validation". */
export function checkMarketplaceManifest({ name, title, description, vendor, url, minYouTrackVersion }) {
  const problems = [];
  const demand = (holds, problem) => {
    if (!holds) problems.push(`manifest.json: ${problem}`);
  };
  demand(
    name === frozenName,
    `the name is ${name}, but it is ${frozenName} for ever: stored links belong to it`,
  );
  demand(title?.trim() && title.length <= maxTitle, `the title must have 1 to ${maxTitle} characters`);
  demand(titleCharacters.test(title ?? ''), 'the title has characters that the Marketplace refuses');
  demand(description?.trim(), 'the description is blank');
  demand(vendor?.name?.trim(), 'the vendor has no name');
  demand(
    ![vendor?.name, vendor?.url, vendor?.email, url].some((text) => placeholder.test(text ?? '')),
    'the vendor or the address is a placeholder',
  );
  const [major = 0, minor = 0] = (minYouTrackVersion ?? '').split('.').map(Number);
  demand(
    major > neededYouTrack[0] || (major === neededYouTrack[0] && minor >= neededYouTrack[1]),
    `minYouTrackVersion must be ${neededYouTrack.join('.')} or newer: the app uses asynchronous functions`,
  );
  return problems;
}

/** The Marketplace draws icons itself: an SVG has to say how large it is. */
export async function checkIcons(root, { icon, iconDark }) {
  const problems = [];
  for (const file of [icon, iconDark]) {
    if (!file?.endsWith('.svg') || file.includes('/')) {
      problems.push(`manifest.json: an icon must be an SVG at the root, not ${file}`);
      continue;
    }
    const tag = /<svg\b[^>]*>/.exec(String(await readSource(root, file)))?.[0] ?? '';
    const missing = ['width', 'height', 'viewBox'].filter(
      (name) => !new RegExp(`\\s${name}="[\\d. ]+"`).test(tag),
    );
    if (missing.length > 0) problems.push(`${file} lacks ${missing.join(', ')}`);
  }
  return problems;
}

/** `settings.json` has to be a schema, and an administrator has to be able to save what is there without filling in anything. */
export async function checkSettings(root) {
  const schema = await readJson(root, 'settings.json');
  const ajv = new Ajv({ allErrors: true, strict: true, useDefaults: true, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('secret', true);
  for (const keyword of ['x-scope', 'x-entity']) ajv.addKeyword(keyword);
  if (!ajv.validateSchema(schema)) return [`settings.json is no schema: ${ajv.errorsText()}`];
  const problems = [];
  try {
    const validate = ajv.compile({ ...schema, additionalProperties: false });
    if (!validate({}))
      problems.push(`settings.json cannot be saved as it is: ${ajv.errorsText(validate.errors)}`);
  } catch (error) {
    problems.push(`settings.json is no schema: ${error.message}`);
  }
  const untitled = Object.entries(schema.properties ?? {}).filter(([, { title }]) => !title?.trim());
  return [...problems, ...untitled.map(([name]) => `settings.json: ${name} has no title`)];
}
