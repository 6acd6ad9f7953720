import { isTrackerIssueKey } from '../../../src/protocol/tracker-issue-key.ts';
import { judgeAddressed, judgeKey } from './judge-key.ts';
import { findKeysInText } from './key-in-text.ts';
import type { Found, KnownNames, Offer, Paste } from './paste.ts';
import { toPlainText } from './plain-text.ts';
import { readAddress } from './read-address.ts';

/** What was found in one piece of a text. */
interface Piece {
  readonly found: readonly Found[];
  readonly malformed: readonly string[];
}

const addressStart = /(?=https?:\/\/)/i;
const address = /^https?:\/\/[^\s<>"'«»„“”|\\^`{}]*/i;
/** At most a few: a text of nothing else must not be gone through for each of them. */
const endOfSentence = /[.,;:!?)\]]{1,9}$/;
const trackerWithoutScheme = /(?<![\w./@-])(?=(?:www\.)?tracker\.yandex\.(?:ru|com)\/)/gi;
const namedCharacters = 40;

/**
 * Finds Tracker's keys in a key, several, addresses, or any text that contains them. A key is to be added where its queue is
 * known, where an address of Tracker names it, or, while no queue is known, where it is written as keys are; every other one
 * is offered. The time taken grows with the length of the text alone.
 */
export function readPaste(text: string, known: KnownNames): Paste {
  const pieces = readPieces(text, known);
  const all = pieces.flatMap(({ found }) => found);
  const valid = all.filter(({ key }) => isTrackerIssueKey(key));
  const sure = valid.filter(({ doubt }) => doubt === undefined);
  const keys = new Set(sure.map(({ key }) => key));
  const offers = valid.filter((one): one is Offer => one.doubt !== undefined && !keys.has(one.key));
  const malformed = [
    ...all.filter(({ key }) => !isTrackerIssueKey(key)).map(({ written }) => written),
    ...pieces.flatMap((piece) => piece.malformed),
  ];
  const isNothing = valid.length + malformed.length === 0 && text.trim() !== '';
  return {
    keys: [...keys],
    repeated: findRepeated(sure),
    understood: firstOfEach(sure.filter(({ how }) => how !== 'plain')),
    offers: firstOfEach(offers),
    malformed: isNothing ? [cut(text.trim())] : [...new Set(malformed)],
    isWords: isNothing,
  };
}

function readPieces(text: string, known: KnownNames): readonly Piece[] {
  const pieces = toPlainText(text).replace(trackerWithoutScheme, 'https://').split(addressStart);
  const read = pieces.map((piece) => {
    const url = (address.exec(piece)?.[0] ?? '').replace(endOfSentence, '');
    return { url, inText: findKeysInText(piece.slice(url.length)) };
  });
  const isAllKeys = read.every(({ inText }) => inText.isAllKeys);
  return read.map(({ url, inText }) => {
    const inAddress = url === '' ? { found: [], malformed: [] } : findInAddress(url, known);
    const judged = inText.found.map((written) => judgeKey(written, { known, isAllKeys }));
    return {
      found: [...inAddress.found, ...judged.filter((one) => one !== undefined)],
      malformed: [...inAddress.malformed, ...inText.articles],
    };
  });
}

function findInAddress(url: string, known: KnownNames): Piece {
  const { site, isTracker, keys, others } = readAddress(url);
  return {
    found: [
      ...keys.map((key) => judgeAddressed(key, known, isTracker ? undefined : site)),
      ...others.map((key) => judgeAddressed(key, known, site)),
    ],
    malformed: isTracker && keys.length === 0 ? [url] : [],
  };
}

function firstOfEach<T extends Found>(found: readonly T[]): readonly T[] {
  const first = new Map<string, T>();
  for (const one of found) if (!first.has(one.key)) first.set(one.key, one);
  return [...first.values()];
}

function findRepeated(found: readonly Found[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of found) (seen.has(key) ? repeated : seen).add(key);
  return [...repeated];
}

function cut(text: string): string {
  const letters = [...text.slice(0, 2 * namedCharacters)];
  return letters.length <= namedCharacters ? text : `${letters.slice(0, namedCharacters).join('')}…`;
}
