import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readJson } from '../build-problem.mjs';
import { changelogs, findChangeNotes } from './change-notes.mjs';
import { languages, listingFile, pictureFile, privacyFile } from './check-listing.mjs';

/** What an update asks of an administrator, by language. */
const upgradingPages = { en: 'upgrading.md', ru: 'upgrading.ru.md' };

/**
 * Leaves everything that a person uploads or pastes for one version in `build/release`: zip, texts in both languages, pictures,
 * bills of materials, and the checksums of them all (`sha256sum -c SHA256SUMS`).
 * @returns the folder
 */
export async function writeRelease(root, { everything, bundled }) {
  const { name, version, icon, iconDark } = await readJson(root, 'manifest.json');
  const folder = join(root, 'build', 'release');
  await rm(folder, { recursive: true, force: true });
  const put = async (from, to) => {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await cp(join(root, from), join(folder, to));
  };
  await put('tracker-links.zip', `${name}-${version}.zip`);
  for (const file of [icon, iconDark, 'LICENSE']) await put(file, file);
  const { pictures } = await readJson(root, 'marketplace/pictures.json');
  for (const language of languages) {
    await put(listingFile(language), `listing.${language}.md`);
    await put(privacyFile(language), `privacy.${language}.md`);
    for (const picture of pictures)
      await put(pictureFile(picture, language), `pictures/${picture}-${language}.png`);
    const notes = findChangeNotes(await readFile(join(root, changelogs[language]), 'utf8'), version);
    // What the notes link to lies beside them here.
    await writeFile(join(folder, `change-notes.${language}.md`), `${notes.replaceAll('](docs/', '](')}\n`);
    await put(`docs/${upgradingPages[language]}`, upgradingPages[language]);
  }
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bundled, null, 2)}\n`);
  await writeFile(join(folder, 'sbom-build-tools.cdx.json'), `${JSON.stringify(everything, null, 2)}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), await listChecksums(folder));
  return folder;
}

async function listChecksums(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
  const lines = [];
  for (const file of files.sort()) {
    const hash = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
    lines.push(`${hash}  ${file.replaceAll('\\', '/')}\n`);
  }
  return lines.join('');
}
