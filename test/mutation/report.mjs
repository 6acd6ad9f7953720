import { mkdirSync, writeFileSync } from 'node:fs';
import { matchReasons, readReasons } from './reasons.mjs';
import { leastPercent } from './rooms.mjs';

/**
 * Says how a room has done, and writes what is left to `build/mutation/<room>.md`, in the form of the lists of survivors.
 * @param judged mutants with their `outcome`: `killed`, `survived`, or `not met` where no test comes by
 * @returns whether enough were noticed, every survivor has its reason, and every reason its survivor
 */
export function report(room, { judged, tests, seconds }) {
  const left = judged.filter(({ outcome }) => outcome !== 'killed');
  const { survivors, stale } = matchReasons(left, readReasons(room));
  const unexplained = survivors.filter(({ reason }) => reason === undefined);
  const killed = judged.length - left.length;
  const percent = Math.floor((1000 * killed) / judged.length) / 10;
  const path = `build/mutation/${room}.md`;
  mkdirSync('build/mutation', { recursive: true });
  writeFileSync(path, describe({ explained: survivors.filter(({ reason }) => reason), unexplained, stale }));
  console.log(
    `${room}: ${killed} of ${judged.length} killed (${percent} %), ${left.length - unexplained.length} survive for a reason, ` +
      `${unexplained.length} without one${stale.length > 0 ? `, ${stale.length} listed ones do not survive` : ''}; ` +
      `${tests}, ${seconds} s; ${path}`,
  );
  return percent >= leastPercent && unexplained.length === 0 && stale.length === 0;
}

function describe({ explained, unexplained, stale }) {
  const parts = [
    ['Without a reason', unexplained],
    ['Listed, but they do not survive any more', stale],
    ['With a reason', explained],
  ];
  return parts
    .filter(([, mutants]) => mutants.length > 0)
    .map(([title, mutants]) => `# ${title}: ${mutants.length}\n\n${describeFiles(mutants)}`)
    .join('\n');
}

function describeFiles(mutants) {
  const files = [...new Set(mutants.map(({ file }) => file))];
  const describeFile = (file) =>
    mutants
      .filter((one) => one.file === file)
      .map(describeMutant)
      .join('');
  return files.map((file) => `## ${file}\n\n${describeFile(file)}`).join('\n');
}

/** Where several read the same, each has its line. */
function describeMutant({ mutant, outcome }) {
  return `    ${mutant}${outcome === 'not met' ? '   (no test comes by)' : ''}\n`;
}
