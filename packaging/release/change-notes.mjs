import { parse } from 'yaml';
import { readSource } from '../build-problem.mjs';

/** JetBrains Marketplace takes no longer ones. */
const maxCharacters = 65_000;

/** The changelogs, by language. */
export const changelogs = { en: 'CHANGELOG.md', ru: 'CHANGELOG.ru.md' };

/** What a changelog says of one version: the text under `## <version>`, without the heading; none when there is no such section. */
export function findChangeNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n', 1)[0].trim().split(' ')[0] === version);
  return section?.slice(section.indexOf('\n')).trim();
}

/** The document of the addresses is of the version it comes with. */
export async function checkDocumentVersion(root, version) {
  const { info } = parse(String(await readSource(root, 'docs/openapi.yaml')));
  return info.version === version ? [] : [`docs/openapi.yaml is of version ${info.version}, not ${version}`];
}

/** What is wrong with the change notes of a version, as sentences. */
export async function checkChangeNotes(root, version) {
  const problems = [];
  const counts = new Set();
  for (const file of Object.values(changelogs)) {
    const notes = findChangeNotes(String(await readSource(root, file)), version);
    if (!notes)
      problems.push(`${file} says nothing of version ${version}: it needs a section "## ${version}"`);
    else if (notes.length > maxCharacters)
      problems.push(
        `${file} has ${notes.length} characters on version ${version}; ${maxCharacters} are allowed`,
      );
    counts.add(notes?.match(/^- /gm)?.length ?? 0);
  }
  if (problems.length === 0 && counts.size > 1)
    problems.push(`the changelogs differ on version ${version}: one has more entries than the other`);
  return problems;
}
