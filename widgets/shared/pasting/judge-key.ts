import { toQueueKey } from '../../../src/protocol/tracker-issue-key.ts';
import commonNames from './common-names.json';
import type { KeyInText } from './key-in-text.ts';
import { type QueueReading, readLatin } from './latin-readings.ts';
import type { Doubt, Found, KnownNames } from './paste.ts';

export interface JudgeOptions {
  readonly known: KnownNames;
  /** The text is of keys alone, which may then be written in any case and without hyphens. */
  readonly isAllKeys: boolean;
}

const cyrillic = /\p{Script=Cyrillic}/u;
/** What stands before a hyphen and a number in any text: `UTF-8`, `COVID-19`. */
const usualWords = new Set(commonNames);

/** What a key of a text stands for; undefined where it is more likely none. */
export function judgeKey(written: KeyInText, { known, isAllKeys }: JudgeOptions): Found | undefined {
  const readings = readLatin(written.name);
  const reading = readings.find(({ queue }) => known.queues.has(queue)) ?? readings[0];
  const isCapital = written.name === written.name.toUpperCase();
  const isKnown = reading !== undefined && known.queues.has(reading.queue);
  if (!isAllKeys && !isKeyAmongWords(written, isCapital, isKnown)) return undefined;
  if (reading === undefined) return { key: '', written: written.written, how: 'plain', letters: '' };
  const doubt = findDoubt(written, {
    reading,
    known,
    isUsual: isCapital || (isAllKeys && written.shape === 'joined'),
  });
  return {
    key: `${reading.queue}-${written.number}`,
    written: written.written,
    how: reading.how === 'plain' && written.shape === 'gap' ? 'gap' : reading.how,
    letters: reading.letters ?? '',
    ...(doubt && { doubt }),
  };
}

/** A key that an address names. `site` is given for sites other than Tracker's. */
export function judgeAddressed(key: string, known: KnownNames, site?: string): Found {
  const found = { key, how: 'plain', letters: '' } as const;
  if (site === undefined) return { ...found, written: key };
  const doubt = known.projects.has(toQueueKey(key)) ? 'project' : 'elsewhere';
  return { ...found, written: doubt === 'project' ? key : site, doubt };
}

function isKeyAmongWords({ name, shape }: KeyInText, isCapital: boolean, isKnown: boolean): boolean {
  if (shape === 'joined') return isKnown || isCapital || !cyrillic.test(name);
  return shape === 'gap' && isKnown && isCapital;
}

interface Doubtful {
  readonly reading: QueueReading;
  readonly known: KnownNames;
  /** Whether it is written as keys are. */
  readonly isUsual: boolean;
}

function findDoubt({ isUnclear }: KeyInText, { reading, known, isUsual }: Doubtful): Doubt | undefined {
  if (known.projects.has(reading.queue)) return 'project';
  if (isUnclear) return 'unclear';
  if (known.queues.has(reading.queue)) return undefined;
  return known.queues.size === 0 && isUsual && !usualWords.has(reading.queue) ? undefined : 'queue';
}
