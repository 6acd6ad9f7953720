import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildProblem, readJson } from './build-problem.mjs';

/** What this app may pass on under its own licence. */
const acceptedLicenses = ['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

/** The app's own licence, whose text is in the package already. */
const ownLicense = 'Apache-2.0';

const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The notices that belong to what others wrote of the package: each npm package that the bundler took anything from, with
 * its version, licence and the text of it.
 * @param inputs the source files of the bundles, from the root
 * @throws BuildProblem for a licence that may not be passed on, or one without its text
 */
export async function writeNotices(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => packageFolder.exec(input)?.[0] ?? []));
  const parts = [];
  for (const folder of [...folders].sort()) parts.push(await describePackage(root, folder));
  const head = 'This app contains parts of the following packages. Their licences apply to those parts.\n';
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

async function describePackage(root, folder) {
  const { name, version, license, homepage } = await readJson(root, `${folder}/package.json`);
  if (!acceptedLicenses.includes(license))
    throw new BuildProblem(`${name} ${version} is under ${license}, which the app cannot pass on`);
  const title = `${name} ${version}\nLicence: ${license}\n${homepage ? `${homepage}\n` : ''}`;
  const text = await readLicense(join(root, folder));
  if (text === undefined) throw new BuildProblem(`${name} ${version} comes without the text of its licence`);
  return `${title}\n${license === ownLicense ? pointToOwn(text) : text}`;
}

/** Whose it is; the licence itself need not be there twice. */
function pointToOwn(text) {
  const holders = text.split('\n').filter((line) => /^\s*Copyright .*\d{4}/.test(line));
  return [...holders.map((line) => line.trim()), 'The text of the licence is in the file LICENSE.', ''].join(
    '\n',
  );
}

async function readLicense(folder) {
  const files = await readdir(folder);
  const file = files.find((name) => /^licen[cs]e(\.(txt|md))?$/i.test(name));
  if (file === undefined) return undefined;
  const text = await readFile(join(folder, file), 'utf8');
  return `${text.replaceAll('\r\n', '\n').trim()}\n`;
}
