import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BuildProblem } from '../build-problem.mjs';

const run = promisify(execFile);

/**
 * Two bills of materials in CycloneDX: what is in the package, and all that it is made with. npm writes them, from the lock file;
 * without time and serial number, so that the same sources give the same bytes.
 * @param packages what the bundler took something from, `{name, version}` each
 * @throws BuildProblem when the lock file does not know one of them
 */
export async function makeSboms(root, packages) {
  // Ring UI asks for a React that its own dependencies refuse; npm writes no bill while it minds that.
  const flags = [
    '--package-lock-only',
    '--legacy-peer-deps',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
  ];
  const { stdout } = await run('npm', ['sbom', ...flags], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const { serialNumber: _, ...bill } = JSON.parse(stdout);
  const { timestamp: __, ...metadata } = bill.metadata;
  // npm calls the root after the folder it lies in.
  const component = {
    ...metadata.component,
    name: metadata.component.purl.replace(/^pkg:npm\/|@[^@]*$/g, ''),
  };
  const everything = { ...bill, metadata: { ...metadata, component } };
  return { everything, bundled: keepBundled(everything, packages) };
}

function keepBundled(bill, packages) {
  const references = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const own = bill.metadata.component['bom-ref'];
  const components = bill.components
    .filter((component) => references.has(component['bom-ref']))
    .map(({ properties: _, ...component }) => component);
  if (components.length !== references.size)
    throw new BuildProblem(`package-lock.json lacks some of what is bundled: ${[...references].join(', ')}`);
  return {
    ...bill,
    components,
    dependencies: [{ ref: own, dependsOn: [...references].sort() }],
  };
}
