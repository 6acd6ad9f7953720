import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Any way to write the name; the texts of addresses and code are not prose. */
const anySpelling = /\byou[\s-]?track\b/gi;
const notProse = [/```[\s\S]*?```/g, /`[^`\n]*`/g, /\]\([^)]*\)/g, /https?:\/\/\S+/g, /<[^>]+>/g];

/** Where people read: the listing, the names and texts of the manifest and settings, the texts of the widgets. */
const prose =
  /^(marketplace\/.*\.md|CHANGELOG.*\.md|manifest\.json|settings\.json|widgets\/.*(i18n|messages)\/.*\.json)$/;

/** Every place where the name of YouTrack is not spelled so, as sentences. */
export async function checkSpelling(root) {
  const files = [
    ...['CHANGELOG.md', 'CHANGELOG.ru.md', 'manifest.json', 'settings.json'],
    ...(await listFiles(root, 'marketplace')),
    ...(await listFiles(root, 'widgets')),
  ].filter((file) => prose.test(file));
  const problems = [];
  for (const file of files) {
    const source = await readFile(join(root, file), 'utf8');
    const read = file.endsWith('.json') ? listTexts(JSON.parse(source)).join('\n') : source;
    const text = notProse.reduce((rest, pattern) => rest.replace(pattern, ' '), read);
    const wrong = text.match(anySpelling)?.find((spelling) => spelling !== 'YouTrack');
    if (wrong !== undefined) problems.push(`${file} says "${wrong}"; the name is YouTrack`);
  }
  return problems;
}

/** The values of a JSON document, without the names of members. */
function listTexts(value) {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : [];
}

async function listFiles(root, folder) {
  const files = await readdir(join(root, folder), { recursive: true }).catch(() => []);
  return files.map((file) => `${folder}/${file.replaceAll('\\', '/')}`).sort();
}
