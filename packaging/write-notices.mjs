import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildProblem, readJson } from './build-problem.mjs';

/** What this app may pass on under its own licence. */
const acceptedLicenses = ['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];

/** The app's own licence, whose text is in the package already. */
const ownLicense = 'Apache-2.0';

const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * Each npm package that the bundler took anything from.
 * @param inputs the source files of the bundles, from the root
 * @returns `{name, version, license, homepage, text}`, text of the licence included, in the order of names
 * @throws BuildProblem for a licence that may not be passed on, or one without its text
 */
export async function listBundledPackages(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => packageFolder.exec(input)?.[0] ?? []));
  return Promise.all([...folders].sort().map((folder) => describePackage(root, folder)));
}

async function describePackage(root, folder) {
  const { name, version, license, homepage } = await readJson(root, `${folder}/package.json`);
  if (!acceptedLicenses.includes(license))
    throw new BuildProblem(`${name} ${version} is under ${license}, which the app cannot pass on`);
  const text = await readLicense(join(root, folder));
  if (text === undefined) throw new BuildProblem(`${name} ${version} comes without the text of its licence`);
  return { name, version, license, homepage, text };
}

/** The notices that belong to what others wrote of the package, as one text. */
export function writeNotices(packages) {
  const head = 'This app contains parts of the following packages. Their licences apply to those parts.\n';
  const parts = packages.map(({ name, version, license, homepage, text }) => {
    const title = `${name} ${version}\nLicence: ${license}\n${homepage ? `${homepage}\n` : ''}`;
    return `${title}\n${license === ownLicense ? pointToOwn(text) : text}`;
  });
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
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
