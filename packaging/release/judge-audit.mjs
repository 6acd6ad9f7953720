import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What `npm audit` knows of the packages in the lock file: `{asked: false, reason}` where the registry does not answer, else
 * `{asked: true, report}`.
 */
export async function askAudit(root) {
  // It ends with an error when it finds something, too; then its answer is what was written.
  const { stdout } = await run('npm', ['audit', '--json', '--package-lock-only', '--fetch-retries=0'], {
    cwd: root,
  }).catch((error) => error);
  const report = parse(stdout);
  if (report?.vulnerabilities) return { asked: true, report };
  return { asked: false, reason: report?.message ?? report?.error?.summary ?? 'no answer' };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no report; the caller says that nobody answered.
    return undefined;
  }
}

/**
 * Every advisory that nobody has explained, and every explanation that explains nothing any more, as sentences.
 * @param exceptions `{advisory, reason}` each; an advisory is its address
 * @param bundled names of packages of which something is in the package: nothing of theirs can be explained away
 */
export function judgeAudit({ vulnerabilities }, exceptions, bundled) {
  const found = Object.values(vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((via) => typeof via === 'object');
  const explained = new Map(exceptions.map(({ advisory, reason }) => [advisory, reason]));
  const open = found.filter(({ url, name }) => bundled.includes(name) || !explained.get(url)?.trim());
  const idle = exceptions.filter(({ advisory }) => !found.some(({ url }) => url === advisory));
  return [
    ...open.map(({ name, severity, title, url }) => `${name} (${severity}): ${title}, ${url}`),
    ...idle.map(
      ({ advisory }) => `marketplace/audit-exceptions.json explains ${advisory}, which is not there`,
    ),
  ];
}
