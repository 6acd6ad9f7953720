import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, readSource } from '../build-problem.mjs';

/** Headings a listing cannot do without, by language. */
const headings = {
  en: { start: 'Getting started', disclosure: 'What leaves YouTrack' },
  ru: { start: 'Начало работы', disclosure: 'Что уходит из YouTrack' },
};

export const languages = Object.keys(headings);

/** Where the texts and pictures of the listing are, from the root. */
export const listingFile = (language) => `marketplace/listing.${language}.md`;
export const privacyFile = (language) => `marketplace/privacy.${language}.md`;
export const pictureFile = (name, language) => `docs/pictures/${name}-light-${language}.png`;

/** Below this a screenshot of a page cannot be read in the listing. */
const minPictureWidth = 1_200;

/** What the listing lacks of what the review of JetBrains Marketplace asks for, as sentences. */
export async function checkListing(root) {
  const problems = [];
  for (const language of languages) {
    const listing = String(await readSource(root, listingFile(language)));
    problems.push(...checkText(listing, language));
    const privacy = String(await readSource(root, privacyFile(language)));
    if (privacy.trim().length < 200) problems.push(`${privacyFile(language)} says too little to be a policy`);
  }
  return [...problems, ...(await checkPictures(root))];
}

function checkText(listing, language) {
  const file = listingFile(language);
  const problems = [];
  if (!/^# \S.*\n+\S/.test(listing)) problems.push(`${file} does not begin with a title and a description`);
  const start = findSection(listing, headings[language].start);
  if (!start || !/^1\. /m.test(start))
    problems.push(`${file} lacks the section "${headings[language].start}" with numbered steps`);
  const disclosure = findSection(listing, headings[language].disclosure);
  if (!disclosure) problems.push(`${file} lacks the section "${headings[language].disclosure}"`);
  else if (!disclosure.includes(`(privacy.${language}.md)`))
    problems.push(`${file} does not link to privacy.${language}.md where it says what leaves YouTrack`);
  return problems;
}

function findSection(text, heading) {
  return text.split(/^## /m).find((section) => section.split('\n', 1)[0].trim() === heading);
}

async function checkPictures(root) {
  const { pictures } = await readJson(root, 'marketplace/pictures.json');
  if (pictures.length === 0)
    return ['marketplace/pictures.json names no picture; one of the app in YouTrack is needed'];
  return pictures.flatMap((name) =>
    languages.flatMap((language) => checkPicture(root, pictureFile(name, language))),
  );
}

/** A PNG says its width in the 17th to 20th byte (PNG specification, IHDR). */
function checkPicture(root, file) {
  if (!existsSync(join(root, file))) return [`${file} is missing`];
  const bytes = readFileSync(join(root, file));
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return [`${file} is no PNG`];
  const width = bytes.readUInt32BE(16);
  return width < minPictureWidth ? [`${file} is ${width} pixels wide; a page needs ${minPictureWidth}`] : [];
}
