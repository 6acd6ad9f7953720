/**
 * `npm run release`: builds, checks what JetBrains Marketplace asks for, and leaves everything to publish in build/release.
 * Publishes nothing. `node release.mjs FOLDER` takes the sources of another folder; nothing but tests need it.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './packaging/build-package.mjs';
import { BuildProblem, readJson } from './packaging/build-problem.mjs';
import { checkRelease } from './packaging/release/check-release.mjs';
import { askAudit, judgeAudit } from './packaging/release/judge-audit.mjs';
import { makeSboms } from './packaging/release/make-sbom.mjs';
import { writeRelease } from './packaging/release/write-release.mjs';

const root = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)));

async function main() {
  demandNone(await checkRelease(root));
  const packages = await buildPackage(root);
  demandNone(await auditPackages(packages));
  const folder = await writeRelease(root, await makeSboms(root, packages));
  console.log(
    `${relative(process.cwd(), folder) || '.'} has everything to publish; docs/publishing.md says how.`,
  );
}

async function auditPackages(packages) {
  const answer = await askAudit(root);
  if (!answer.asked) {
    console.log(
      `npm audit could not be asked (${answer.reason}): known vulnerabilities were not looked for.`,
    );
    return [];
  }
  const file = 'marketplace/audit-exceptions.json';
  const exceptions = existsSync(join(root, file)) ? await readJson(root, file) : [];
  return judgeAudit(
    answer.report,
    exceptions,
    packages.map(({ name }) => name),
  );
}

function demandNone(problems) {
  if (problems.length > 0) throw new BuildProblem(problems.join('\nrelease: '));
}

main().catch((error) => {
  console.error(error instanceof BuildProblem ? `release: ${error.message}` : error);
  process.exitCode = 1;
});
