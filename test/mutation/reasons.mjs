import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = 'test/mutation/survivors';

/** The rooms that have a list of survivors. */
export function listedRooms() {
  return readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
}

/**
 * Why mutants of a room survive: `survivors/<room>.md`. Below a heading that names a file stands a reason, and below it, as code,
 * the mutants that it is the reason of.
 * @returns {{file: string, reason: string, mutant: string}[]} `mutant` as `nameMutant` names it
 */
export function readReasons(room) {
  const path = `${folder}/${room}.md`;
  return existsSync(path) ? parseReasons(readFileSync(path, 'utf8')) : [];
}

/** @param text Markdown */
export function parseReasons(text) {
  const reasons = [];
  let [file, reason, isListing] = ['', '', false];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) [file, reason] = [line.replace(/^#+\s*/, ''), ''];
    else if (line.startsWith('    ')) reasons.push({ file, reason, mutant: line.trim() });
    else if (line.trim() !== '')
      reason = isListing || reason === '' ? line.trim() : `${reason} ${line.trim()}`;
    if (line.trim() !== '') isListing = line.startsWith('    ');
  }
  return reasons;
}

/**
 * The words a mutant is known by, whatever line it stands in: the function around it, what it was, what it has become. Of long ones
 * the beginnings tell.
 */
export function nameMutant({ within, original, mutated }) {
  return `${within}: ${shorten(original)}  →  ${shorten(mutated)}`;
}

function shorten(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 90).trimEnd()}…` : line;
}

/**
 * Sets what survives beside what is listed.
 * @param survivors mutants with their `file`
 * @param listed what `readReasons` gives
 * @returns survivors with `reason` (undefined where none is listed), and what is listed but does not survive
 */
export function matchReasons(survivors, listed) {
  const toName = ({ file, mutant }) => `${file} ${mutant}`;
  const reasons = new Map(listed.map((one) => [toName(one), one.reason]));
  const matched = survivors.map((one) => ({ ...one, mutant: nameMutant(one) }));
  const names = new Set(matched.map(toName));
  return {
    survivors: matched.map((one) => ({ ...one, reason: reasons.get(toName(one)) || undefined })),
    stale: listed.filter((one) => !names.has(toName(one))),
  };
}
